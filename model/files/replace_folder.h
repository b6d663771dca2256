#pragma once
#include <filesystem>
#include <functional>

namespace model::files {

/// Makes `folder` with the content that `fill` writes into the path it is given: a new folder
/// beside, which then takes the name, and is on the disk when this returns. Whoever looks, also
/// after a crash, finds the old folder or the new, whole. A killed process may leave
/// `<folder>.part-*`, which nobody needs. Missing parents are made. Throws base::Error naming
/// `folder` and the reason, or whatever `fill` throws, leaving the old folder and no stray one.
void replace_folder(const std::filesystem::path& folder,
                    const std::function<void(const std::filesystem::path&)>& fill);

/// The last step of replace_folder where the file system cannot exchange two names: `folder` goes
/// to `aside`, `fresh` takes its place. A crash between the two leaves both, under other names.
/// Throws base::Error, with `folder` back in its place.
void move_in(const std::filesystem::path& fresh, const std::filesystem::path& folder,
             const std::filesystem::path& aside);

}  // namespace model::files
