#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "lab/spec/run_spec.h"
#include "lab/store/claim.h"
#include "lab/store/run_state.h"

namespace lab::store {

/// What a finished run's loss says of it, nats per target token.
struct FinalLoss {
  double mean = 0;     ///< of the last steps that were logged
  double uniform = 0;  ///< of who takes all tokens to be equally likely: ln V

  /// Far above what takes no learning at all: the run is finished, but its model is none.
  bool is_diverged() const { return !(mean <= 1.5 * uniform); }
};

/// "diverged: loss 15000 at the end, above ln V = 3.4: lower train.learning_rate".
std::string in_words(const FinalLoss& loss);

/// How a run came about: what its folder's manifest.json holds. Tells, decides nothing but whether
/// the run is finished.
struct Manifest {
  std::string fingerprint;
  std::string name;
  std::string version;
  std::string host;
  std::uint64_t seed = 0, data_seed = 0, score_seed = 0;
  std::int64_t parameters = 0;  ///< P
  std::int64_t step = 0, steps = 0;
  int threads = 0;
  RunState state = RunState::running;
  std::string started, finished;        ///< UTC; finished is empty until then
  double wall_seconds = 0;              ///< of all attempts together
  std::string error;                    ///< of a failed run
  std::optional<FinalLoss> final_loss;  ///< of a finished run
};

/// A manifest for a run that starts now, on this machine.
Manifest new_manifest(const spec::RunSpec& spec);

/// The folder's manifest, or nothing if it has none. Throws base::Error if it cannot be understood.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder);

void write_manifest(const Claim& claim, const Manifest& manifest);

/// The text of manifest.json.
std::string json(const Manifest& manifest);

/// Where the run of a folder stands; `manifest` is the folder's. Never unreadable: what cannot be
/// read throws base::Error.
RunState state_of(const std::filesystem::path& folder, const std::optional<Manifest>& manifest);
RunState state_of(const std::filesystem::path& folder);

/// Whether the manifest says so and the scores are there: without them there is work left.
bool is_finished(const std::filesystem::path& folder);

}  // namespace lab::store
