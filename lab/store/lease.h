#pragma once
#include <filesystem>
#include <memory>
#include <optional>

#include "lab/store/holder.h"

namespace lab::store {

/// A claim for file systems that refuse locks (Lustre without -o flock, some NFS): files leases/1,
/// leases/2, ... in a run's folder, each made by exclusive creation, so that two processes never
/// have the same number; who has the highest has the claim. While it is held its file's time is
/// brought up to date every `beat_seconds`; a file older than `patience_seconds`, or whose process
/// of the same system is gone, is a lost worker's, and the next number may be taken.
class Lease {
 public:
  static constexpr int beat_seconds = 15, patience_seconds = 120;

  /// The lease, or nothing if a process holds it that lives as far as can be told. Throws
  /// base::Error if `folder` cannot be written.
  static std::optional<Lease> take(const std::filesystem::path& folder);

  Lease(Lease&&) noexcept;
  Lease& operator=(Lease&&) noexcept;
  ~Lease();  ///< gives it back

  /// Whether it is still there, and nobody took the next one since.
  bool is_held() const;

 private:
  struct Held;
  explicit Lease(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

/// Who holds the folder's lease, as far as can be told; nothing if there is none.
std::optional<Holder> lease_holder(const std::filesystem::path& folder);

}  // namespace lab::store
