#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lab::store {

/// The right to write into a run's folder, held by one process at a time; who writes there takes it
/// as a parameter. It is a lock on the file `claim` in the folder, which the system frees when the
/// holder ends, however it ends; the file's text says who holds it. Where the file system refuses
/// locks it is a Lease.
class Claim {
 public:
  /// The claim, or nothing if a live process holds it. Throws base::Error if `folder` cannot be
  /// written.
  static std::optional<Claim> take(const std::filesystem::path& folder);

  Claim(Claim&&) noexcept;
  Claim& operator=(Claim&&) = delete;
  ~Claim();

  /// The folder, of which it was made sure just now that it is the one which was claimed. Throws
  /// base::Error if it was removed, moved or replaced since, or the claim taken over.
  const std::filesystem::path& folder() const;

  /// Whether folder() would give it.
  bool is_held() const;

  /// Whether it is lost now or in a moment, which is waited for: who removes a folder takes some
  /// time, and what is written meanwhile may fail before the claim is gone.
  bool is_lost_soon() const;

  /// Of a claim that had to do without locks: why, and what that means.
  std::optional<std::string> remark() const;

 private:
  struct Held;
  explicit Claim(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

/// "pid 12 on HOST" of the live process that works on the run, or nothing. Never disturbs it.
std::optional<std::string> claim_holder(const std::filesystem::path& folder);

}  // namespace lab::store
