#pragma once
#include <filesystem>
#include <string>

#include "model/layout.h"
#include "model/learner.h"

namespace model {

/// Writes folder/weights.safetensors (one tensor for each of the layout, float32, metadata `format`
/// = "pt", `fingerprint`, `step`) and folder/optimizer.safetensors (first.<name>, second.<name>,
/// average.<name>), each with a checksum in its metadata. Atomic: the folder appears whole, by
/// rename, or not at all. Loads in PyTorch with the public safetensors library.
void save_checkpoint(const std::filesystem::path& folder, const Layout& layout,
                     const std::string& fingerprint, const Learned& learned);

/// Throws base::Error naming the file and the first tensor whose name, type, shape or finiteness
/// disagrees with `layout`, or saying that the file is truncated, corrupt (checksum), or belongs to
/// another run (fingerprint). Never allocates more than the file's size justifies.
Learned load_checkpoint(const std::filesystem::path& folder, const Layout& layout,
                        const std::string& fingerprint);

}  // namespace model
