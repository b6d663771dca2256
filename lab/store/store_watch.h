#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lab/store/run_state.h"

namespace lab::store {

/// How far a run is at a moment, as its folder tells: no process is asked or disturbed.
struct RunView {
  std::string fingerprint;
  std::string name;  ///< of an unreadable run: why it is, in a line
  RunState state = RunState::waiting;
  std::int64_t step = 0, steps = 0;
  std::vector<double> losses;  ///< of every logged stretch, nats per target token
  double tokens_per_second = 0;
  double steps_per_second = 0;         ///< of the last logged stretch, scoring left out
  std::optional<double> seconds_left;  ///< at this rate; none if nothing is known or nobody works
};

/// Never throws base::Error: a run that cannot be read says so.
RunView view_of(const std::filesystem::path& folder);

/// What a store holds at a moment, and what sweeps that live have in mind for it.
struct StoreView {
  std::map<RunState, int> counts;
  std::vector<RunView> runs;  ///< all but the finished; those running first
};

/// Looks at a store again and again. A finished run stays finished and is not opened again, so that
/// thousands of them cost nothing.
class StoreWatch {
 public:
  explicit StoreWatch(std::filesystem::path store) : store_(std::move(store)) {}

  /// Throws base::Error if the store cannot be listed.
  StoreView look();

 private:
  void add_waiting(StoreView* view) const;

  std::filesystem::path store_;
  std::set<std::filesystem::path> finished_;
};

}  // namespace lab::store
