#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "lab/spec/run_spec.h"
#include "lab/store/claim.h"
#include "model/files/checkpoint.h"

namespace lab::store {

/// The steps that a run folder holds checkpoints of, rising: checkpoints/step-N/.
std::vector<std::int64_t> checkpoint_steps(const std::filesystem::path& folder);

std::filesystem::path checkpoint_folder(const std::filesystem::path& folder, std::int64_t step);

/// The newest checkpoint that can be read, or nothing if there is none at all. Warns on stderr for
/// each that cannot. Throws base::Error, saying what to do, if none of those there are can be read.
std::optional<model::training::TrainingState> load_newest(const std::filesystem::path& folder,
                                                          const model::layers::Layout& layout,
                                                          const std::string& fingerprint);

/// Saves `learned` as checkpoints/step-N, then removes what `keep` does not want: the older
/// checkpoint goes only when the newer is safely there.
void save_checkpoint_of(const Claim& claim, const model::layers::Layout& layout,
                        const std::string& fingerprint,
                        const model::training::TrainingState& learned, spec::Keep keep);

/// Removes what writers that were killed left behind.
void remove_leftovers(const Claim& claim);

}  // namespace lab::store
