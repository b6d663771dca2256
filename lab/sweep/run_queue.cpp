#include "lab/sweep/run_queue.h"

#include <algorithm>

#include "base/error.h"
#include "lab/sweep/starts.h"

namespace lab::sweep {

RunQueue::RunQueue(std::span<const spec::plan::PlannedRun> runs, const std::filesystem::path& store)
    : all_(with_starts(runs, store)) {
  for (const spec::plan::PlannedRun& run : runs) of_sweep_.insert(run.spec.fingerprint);
  for (const spec::plan::PlannedRun& run : all_) {
    waiting_.push_back({&run, false});
    unsettled_.insert(run.spec.fingerprint);
  }
}

std::int64_t RunQueue::waiting_steps() const {
  std::int64_t steps = 0;
  for (const Waiting& what : waiting_) steps += what.run->spec.train.steps;
  return steps;
}

bool RunQueue::is_of_sweep(const spec::plan::PlannedRun& run) const {
  return of_sweep_.contains(run.spec.fingerprint);
}

std::deque<Waiting>::const_iterator RunQueue::first_ready() const {
  return std::ranges::find_if(waiting_, [&](const Waiting& what) {
    const auto& start = what.run->spec.start;
    return !start || !unsettled_.contains(start->run);
  });
}

const Waiting* RunQueue::next() const {
  const auto ready = first_ready();
  return ready == waiting_.end() ? nullptr : &*ready;
}

Waiting RunQueue::take_next() {
  const auto ready = first_ready();
  base::promise(ready != waiting_.end(), "a run is ready");
  const Waiting what = *ready;
  waiting_.erase(ready);
  return what;
}

}  // namespace lab::sweep
