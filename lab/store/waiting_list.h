#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lab::store {

/// A run that somebody means to begin: it may have no folder yet.
struct WaitingRun {
  std::string fingerprint, name;
  std::int64_t steps = 0;
};

/// What a sweep has in mind, told to who looks at the store for as long as it lives: a file
/// STORE/sweeps/<host>-<pid>/waiting.tsv under a claim, which the system frees however the sweep
/// ends. What dead ones left is removed by the next.
class WaitingList {
 public:
  /// Throws base::Error if it cannot be written.
  WaitingList(const std::filesystem::path& store, std::span<const WaitingRun> runs);
  ~WaitingList();
  WaitingList(const WaitingList&) = delete;
  WaitingList& operator=(const WaitingList&) = delete;

  /// What its claim has to say: see Claim.
  std::optional<std::string> remark() const;

 private:
  struct Held;
  std::unique_ptr<Held> held_;
};

/// Of all sweeps that live, in their order, whether or not they have begun; each run once. What
/// cannot be read is passed over: it tells, and decides nothing.
std::vector<WaitingRun> waiting_runs(const std::filesystem::path& store);

}  // namespace lab::store
