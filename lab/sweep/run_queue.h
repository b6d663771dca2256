#pragma once
#include <deque>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"

namespace lab::sweep {

/// A run that waits for its turn. One that another process holds gets a second turn at the end, as
/// the holder may have finished or died by then.
struct Waiting {
  const spec::plan::PlannedRun* run = nullptr;
  bool second_turn = false;
};

/// The runs of a sweep and those that they start from (starts.h), which come first: none has its
/// turn before that which it starts from is settled, however it ended.
class RunQueue {
 public:
  RunQueue(std::span<const spec::plan::PlannedRun> runs, const std::filesystem::path& store);
  RunQueue(const RunQueue&) = delete;

  std::size_t runs() const { return all_.size(); }         ///< in all
  std::size_t waiting() const { return waiting_.size(); }  ///< for their turn
  std::int64_t waiting_steps() const;                      ///< of those
  const std::vector<spec::plan::PlannedRun>& all() const { return all_; }
  bool is_of_sweep(const spec::plan::PlannedRun& run) const;  ///< not only started from

  /// The first whose turn it may be; null if every one waits for one that is running.
  const Waiting* next() const;
  Waiting take_next();  ///< promise: there is one
  void put_back(const Waiting& what) { waiting_.push_back(what); }

  /// Nothing more is to come of this run here.
  void settle(const spec::RunSpec& spec) { unsettled_.erase(spec.fingerprint); }

 private:
  std::deque<Waiting>::const_iterator first_ready() const;

  std::vector<spec::plan::PlannedRun> all_;
  std::deque<Waiting> waiting_;                 ///< of all_
  std::set<std::string> of_sweep_, unsettled_;  ///< fingerprints
};

}  // namespace lab::sweep
