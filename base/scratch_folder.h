#pragma once
#include <filesystem>

namespace base {

/// An empty folder of its own, gone with all it holds when this goes.
class ScratchFolder {
 public:
  /// In `parent`, which is made if missing; its name starts with `prefix`. Throws Error if it
  /// cannot be made.
  explicit ScratchFolder(
      const std::filesystem::path& parent = std::filesystem::temp_directory_path(),
      const std::string& prefix = "lab-");
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace base
