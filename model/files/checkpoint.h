#pragma once
#include <filesystem>
#include <string>

#include "model/layers/layout.h"
#include "model/training/learner.h"

namespace model::files {

/// Writes folder/weights.safetensors (one tensor for each of the layout, float32, metadata `format`
/// = "pt", `fingerprint`, `step`) and folder/optimizer.safetensors (first.<name>, second.<name>,
/// average.<name>, `earlier_steps` if there are any), each with a checksum in its metadata.
/// Matrices have shape [rows, cols] (weights are in x out), gains, biases and tau have [size].
/// Atomic: the folder appears whole or not at all, and replaces an older checkpoint of that name in
/// one step. Loads in PyTorch with the public safetensors library. Throws base::Error naming the
/// file (disk full, read-only, ...), the folder (it holds something that is no checkpoint), or the
/// tensor with a number that is not finite; an older checkpoint then stays. Promise: `state` is of
/// this layout, its step not negative.
void save_checkpoint(const std::filesystem::path& folder, const layers::Layout& layout,
                     const std::string& fingerprint, const training::TrainingState& state);

/// Throws base::Error naming the file and the first tensor whose name, type, shape or finiteness
/// disagrees with `layout`, or saying that the file is truncated, corrupt (checksum), or belongs to
/// another run (fingerprint) or step. Weights without a checksum, as the public library writes
/// them, are accepted. Never allocates more than the file's size justifies: what the headers say is
/// compared with `layout` and the size before any number is read. The folder must not be replaced
/// meanwhile.
training::TrainingState load_checkpoint(const std::filesystem::path& folder,
                                        const layers::Layout& layout,
                                        const std::string& fingerprint);

/// Whether a folder of this name holds weights, sound or not.
bool is_checkpoint(const std::filesystem::path& folder);

}  // namespace model::files
