#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/sweep/options.h"

namespace lab::sweep {

/// Whether memory is free for one run more beside those that run.
class MemoryRoom {
 public:
  explicit MemoryRoom(const SweepOptions& options);

  /// What a run takes at most, in bytes; 0 where runs are made one at a time. Known of its settings
  /// once they were looked at. Throws base::Error for a spec that cannot be trained.
  std::int64_t of(const spec::plan::PlannedRun& run);

  /// Takes the memory of one that begins, gives back that of one that ended.
  void take(std::int64_t bytes);
  void give_back(std::int64_t bytes);

  /// What is wrong with the run its own start tells: then there is room.
  bool is_there_for(const spec::plan::PlannedRun& run);

  /// Why there is none, to be told once: nothing if it was.
  std::optional<std::string> reason();

 private:
  const SweepOptions& options_;
  const std::optional<std::int64_t> free_;
  std::map<spec::plan::Settings, std::int64_t> known_;
  std::int64_t taken_ = 0, wanted_ = 0;
  int running_ = 0;
  bool told_ = false;
};

}  // namespace lab::sweep
