#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "lab/spec/settings.h"
#include "model/layers/config.h"
#include "model/training/step_config.h"
#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"

namespace lab {

/// One task of the training mixture.
struct MixturePart {
  std::string name;  ///< the task's name: "sorting", "identity_successor"
  tasks::TaskConfig task;
  double weight = 1;  ///< share of the examples, relative to the other parts; 0: only asked
  tasks::Range difficulty{1, 20};  ///< trained on, uniformly
};

/// How position ids are handed out to a sequence of T tokens.
enum class PositionIds {
  plain,         ///< 0 .. T-1
  random_shift,  ///< s .. s+T-1, s uniform in 0 .. max_positions - T in training; s = 0 in scoring
};

enum class Schedule { constant, cosine, linear };

/// Which checkpoints of a run stay.
enum class Keep {
  last,  ///< only the newest
  all,   ///< every one made
};

struct TrainSpec {
  std::int64_t steps = 0;
  int batch = 64;               ///< examples a step, all tasks together
  int lanes = 4;                ///< gradient accumulators; part of the result, unlike threads
  int chunk_tokens = 256;       ///< rows a lane works on at a time, rounded up to whole sequences
  double learning_rate = 1e-3;  ///< peak
  double final_rate = 0.02;     ///< share of the peak that is left at the last step
  std::int64_t warmup = 200;    ///< steps of linear rise to the peak
  Schedule schedule = Schedule::cosine;
  double clip = 1.0;         ///< largest gradient norm; 0: never clip
  double average_decay = 0;  ///< running average of the weights (EMA) used for scoring; 0: none
  model::AdamWConfig adamw;
  std::int64_t checkpoint_every = 1000;  ///< steps; the last step is always kept
  std::int64_t log_every = 50;           ///< steps
  Keep keep = Keep::last;                ///< checkpoints
};

/// Questions scored during and after training.
struct ScoreSpec {
  int examples = 200;             ///< for each pool and difficulty
  std::vector<int> difficulties;  ///< of the main task; may go beyond those trained on
  std::vector<tasks::Pool> pools{tasks::Pool::test};
  std::int64_t every = 0;           ///< steps; 0: only after the last
  bool hints = true;                ///< also score each hint, at the difficulties it was trained on
  std::vector<std::string> facets;  ///< of the main task: each value is also scored on its own
};

/// Everything that decides a run's numbers. Nothing else may: no clock, no thread count, no
/// environment. Two specs with equal fingerprints are the same run.
struct RunSpec {
  std::string name;              ///< for people; not part of the fingerprint
  std::uint64_t seed = 0;        ///< of the weights
  std::uint64_t data_seed = 0;   ///< of the training examples
  std::uint64_t score_seed = 0;  ///< of the scored examples
  MixturePart main;              ///< the task the run is about
  std::vector<MixturePart> hints;
  model::TransformerConfig model;  ///< vocabulary is filled in from the tasks
  PositionIds position_ids = PositionIds::plain;
  TrainSpec train;
  ScoreSpec score;
  std::string text;         ///< canonical text format: what spec.textproto of a run folder holds
  std::string fingerprint;  ///< 16 hex digits over the canonical text without name,
                            ///< train.checkpoint_every, train.log_every and train.keep
};

/// Sets of `--set path=value`, applied in order after the file.
using Overrides = std::vector<std::string>;

/// Reads protobuf text (schema: lab/spec/spec.proto), its includes and overrides, and checks every
/// field; a `sweep` block is ignored. Throws base::Error (exit code 3), readable as a compiler's:
/// "file:line:column: error: field (value) must ...", the line, a caret.
RunSpec read_spec(const std::filesystem::path& file, const Overrides& overrides = {});

/// The same from text; `place` stands for the file in errors, includes are relative to `folder`.
RunSpec parse_spec(const std::string& text, const std::string& place,
                   const std::filesystem::path& folder, const Overrides& overrides = {});

/// One run of a sweep. Its spec is complete (no sweep, no includes); its name is the spec's name
/// and the settings: "sorting hint=count seed=3".
struct PlannedRun {
  RunSpec spec;
  Settings settings;
};

/// An axis along which the first value is sought whose runs reach a score, for each of some scores
/// (see bisection.h).
struct SweepSearch {
  std::string axis;
  std::vector<std::string> values;  ///< of the axis, in order
  tasks::Pool pool = tasks::Pool::test;
  std::optional<int> difficulty;       ///< nothing: the largest that a run scores
  std::vector<double> reaches = {99};  ///< percent
};

/// When a run of a sweep is given up (see median_stopping.h).
struct MedianStopping {
  tasks::Pool pool = tasks::Pool::validate;
  std::optional<int> difficulty;  ///< nothing: the largest that a run scores
  std::int64_t from_step = 0;
  int least_runs = 5;
};

struct SweepPlan {
  std::string name;              ///< the sweep's, or the file's stem
  std::vector<PlannedRun> runs;  ///< the last axis changes fastest but for the seed
  std::optional<SweepSearch> search = std::nullopt;
  std::optional<MedianStopping> stopping = std::nullopt;
};

/// The runs of a sweep: the product of its axes times its seeds, exclusions left out. A spec
/// without a `sweep` block is one run. Fingerprints are distinct. Overrides come before the axes,
/// which win. Throws base::Error (exit code 3), also if two runs are the same or none is left.
SweepPlan read_sweep(const std::filesystem::path& file, const Overrides& overrides = {});

/// The same from text, as parse_spec.
SweepPlan parse_sweep(const std::string& text, const std::string& place,
                      const std::filesystem::path& folder, const Overrides& overrides = {});

}  // namespace lab
