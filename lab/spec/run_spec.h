#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/layers/config.h"
#include "model/training/step_config.h"
#include "tasks/catalog/catalog.h"
#include "tasks/pool_names.h"

namespace lab::spec {

/// How often each difficulty is drawn.
enum class Lengths {
  uniform,       ///< all equally; where the training pools are finite, all questions equally
  proportional,  ///< to the difficulty
  listed,        ///< by MixturePart::shares
};
/// In order; specs write them in capitals.
constexpr auto names_of(Lengths) {
  return std::to_array<std::string_view>({"uniform", "proportional", "listed"});
}

/// The highest difficulty trained on rises from `first` (nothing: the lowest) over so many steps.
struct Curriculum {
  std::optional<int> first;
  std::int64_t steps = 0;
};

template <typename Visit>
void each_field(Curriculum& curriculum, const Visit& visit) {
  visit("first", curriculum.first);
  visit("steps", curriculum.steps);
}

/// One task of the training mixture.
struct MixturePart {
  std::string name;  ///< the task's name: "sorting", "identity_successor"
  tasks::catalog::TaskConfig task;
  double weight = 1;               ///< share of the examples, relative to the other parts
  tasks::Range difficulty{1, 20};  ///< trained on
  std::vector<tasks::CoverageRule> coverage;  ///< what training may show
  /// At the last step, linearly from `weight` at the first; nothing: `weight` stays.
  std::optional<double> last_weight = std::nullopt;
  std::optional<Curriculum> curriculum = std::nullopt;
  Lengths lengths = Lengths::uniform;
  std::vector<double> shares = {};  ///< of each difficulty, if lengths are listed
  std::int64_t train_items = 0;     ///< questions that are trained on; 0: endless or as listed

  /// Whether any step trains on it; else it is only asked.
  bool is_trained() const { return weight > 0 || last_weight.value_or(0) > 0; }

  /// Whether any step may train on a question of this difficulty.
  bool trains_on(int at) const {
    if (!is_trained() || !difficulty.contains(at)) return false;
    return lengths != Lengths::listed || shares[static_cast<std::size_t>(at - difficulty.low)] > 0;
  }
};

/// Calls visit(name, member) for each field, by its name in specs; `kind` is whichever task is set.
template <typename Visit>
void each_field(MixturePart& part, const Visit& visit) {
  visit("name", part.name);
  visit("kind", part.task);
  visit("weight", part.weight);
  visit("difficulty", part.difficulty);
  visit("coverage", part.coverage);
  visit("last_weight", part.last_weight);
  visit("curriculum", part.curriculum);
  visit("lengths", part.lengths);
  visit("shares", part.shares);
  visit("train_items", part.train_items);
}

/// What a spec says of the model: all but the vocabulary, which the tasks decide. So there is no
/// model::TransformerConfig without one.
class ModelSpec {
 public:
  /// The whole config.
  model::layers::TransformerConfig over(model::arithmetic::Index vocabulary) const {
    model::layers::TransformerConfig config = shape_;
    config.vocabulary = vocabulary;
    return config;
  }

  template <typename Visit>
  friend void each_field(ModelSpec& model, const Visit& visit) {
    each_field(model.shape_, visit);
  }

 private:
  model::layers::TransformerConfig shape_;
};

/// How position ids are handed out to a sequence of T tokens.
enum class PositionIds {
  plain,         ///< 0 .. T-1
  random_shift,  ///< s .. s+T-1, s uniform in 0 .. max_positions - T in training; s = 0 in scoring
};
/// In order; specs write them in capitals.
constexpr auto names_of(PositionIds) {
  return std::to_array<std::string_view>({"plain", "random_shift"});
}

enum class Schedule { constant, cosine, linear };
/// In order; specs write them in capitals.
constexpr auto names_of(Schedule) {
  return std::to_array<std::string_view>({"constant", "cosine", "linear"});
}

/// Which checkpoints of a run stay.
enum class Keep {
  last,  ///< only the newest
  all,   ///< every one made
};
/// In order; specs write them in capitals.
constexpr auto names_of(Keep) { return std::to_array<std::string_view>({"last", "all"}); }

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
  model::training::AdamWConfig adamw;
  std::int64_t checkpoint_every = 1000;  ///< steps; the last step is always kept
  std::int64_t log_every = 50;           ///< steps
  Keep keep = Keep::last;                ///< checkpoints
  std::vector<std::string> frozen;       ///< tensors that stay; see model/layers/tensor_names.h
};

/// But for adamw, which is a block of its own in a spec.
template <typename Visit>
void each_field(TrainSpec& train, const Visit& visit) {
  visit("steps", train.steps);
  visit("batch", train.batch);
  visit("lanes", train.lanes);
  visit("chunk_tokens", train.chunk_tokens);
  visit("learning_rate", train.learning_rate);
  visit("final_rate", train.final_rate);
  visit("warmup", train.warmup);
  visit("schedule", train.schedule);
  visit("clip", train.clip);
  visit("average_decay", train.average_decay);
  visit("checkpoint_every", train.checkpoint_every);
  visit("log_every", train.log_every);
  visit("keep", train.keep);
  visit("frozen", train.frozen);
}

/// What of another run's optimizer a run begins with.
enum class StartOptimizer {
  fresh,  ///< nothing
  kept,   ///< its moments, as if training had gone on
};
/// In order; specs write them in capitals.
constexpr auto names_of(StartOptimizer) {
  return std::to_array<std::string_view>({"fresh", "kept"});
}

/// Whose weights a run begins with.
struct StartSpec {
  std::string run;        ///< fingerprint
  std::int64_t step = 0;  ///< of the checkpoint
  StartOptimizer optimizer = StartOptimizer::fresh;
};

/// But for `spec` and `set`, which say the same as `run`.
template <typename Visit>
void each_field(StartSpec& start, const Visit& visit) {
  visit("run", start.run);
  visit("step", start.step);
  visit("optimizer", start.optimizer);
}

/// Questions scored during and after training.
struct ScoreSpec {
  int examples = 200;             ///< for each pool and difficulty
  std::vector<int> difficulties;  ///< of the main task; may go beyond those trained on
  std::vector<tasks::Pool> pools{tasks::Pool::test};
  std::int64_t every = 0;           ///< steps; 0: only after the last
  bool hints = true;                ///< also score each hint, at the difficulties it was trained on
  std::vector<std::string> facets;  ///< of the main task: each value is also scored on its own
};

template <typename Visit>
void each_field(ScoreSpec& score, const Visit& visit) {
  visit("examples", score.examples);
  visit("difficulties", score.difficulties);
  visit("pools", score.pools);
  visit("every", score.every);
  visit("hints", score.hints);
  visit("facets", score.facets);
}

/// Everything that decides a run's numbers. Nothing else may: no clock, no thread count, no
/// environment. Two specs with equal fingerprints are the same run.
struct RunSpec {
  std::string name;              ///< for people; not part of the fingerprint
  std::uint64_t seed = 0;        ///< of the weights
  std::uint64_t data_seed = 0;   ///< of the training examples
  std::uint64_t score_seed = 0;  ///< of the scored examples
  MixturePart main;              ///< the task the run is about
  std::vector<MixturePart> hints;
  ModelSpec model;
  PositionIds position_ids = PositionIds::plain;
  TrainSpec train;
  ScoreSpec score;
  std::optional<StartSpec> start;
  /// The run that it starts from, where that was named by its spec. Shared, for many may start from
  /// one, and a run cannot hold another as a member.
  std::shared_ptr<const RunSpec> parent = nullptr;
  std::string text;         ///< canonical text format: what spec.textproto of a run folder holds
  std::string fingerprint;  ///< 16 hex digits over the canonical text without name,
                            ///< train.checkpoint_every, train.log_every and train.keep
};

/// But for text and fingerprint, which are made of all of them, and the parent, whose fingerprint
/// `start` has.
template <typename Visit>
void each_field(RunSpec& spec, const Visit& visit) {
  visit("name", spec.name);
  visit("seed", spec.seed);
  visit("data_seed", spec.data_seed);
  visit("score_seed", spec.score_seed);
  visit("task", spec.main);
  visit("hint", spec.hints);
  visit("model", spec.model);
  visit("position_ids", spec.position_ids);
  visit("train", spec.train);
  visit("adamw", spec.train.adamw);
  visit("score", spec.score);
  visit("start", spec.start);
}

}  // namespace lab::spec
