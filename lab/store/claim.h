#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace lab::store {

/// The right to work on a run folder, held by one process at a time. It is a lock on the file
/// `claim` in the folder, which the system frees when the holder ends, however it ends; the file's
/// text says who holds it.
class Claim {
 public:
  /// The claim, or nothing if a live process holds it. Throws base::Error if `folder` cannot be
  /// written.
  static std::optional<Claim> take(const std::filesystem::path& folder);

  Claim(Claim&& other) noexcept;
  Claim& operator=(Claim&&) = delete;
  ~Claim();

 private:
  explicit Claim(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// "pid 12 on HOST" of the live process that works on the run, or nothing. Never disturbs it.
std::optional<std::string> claim_holder(const std::filesystem::path& folder);

/// The name of this machine.
std::string host_name();

}  // namespace lab::store
