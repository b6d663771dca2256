#include "lab/sweep/memory_room.h"

#include <fmt/format.h>

#include <utility>

#include "base/error.h"
#include "base/machine.h"
#include "lab/train/memory.h"

namespace lab::sweep {

MemoryRoom::MemoryRoom(const SweepOptions& options)
    : options_(options), free_(base::available_memory()) {}

std::int64_t MemoryRoom::of(const spec::plan::PlannedRun& run) {
  if (options_.jobs == 1) return 0;
  const auto [place, added] = known_.try_emplace(run.settings, 0);
  if (added) {
    const train::Lesson lesson = train::lesson_of(run.spec);
    place->second = train::total(train::memory_to_train(lesson, options_.threads_per_run));
  }
  return place->second;
}

void MemoryRoom::take(std::int64_t bytes) {
  taken_ += bytes;
  ++running_;
}

void MemoryRoom::give_back(std::int64_t bytes) {
  taken_ -= bytes;
  --running_;
}

bool MemoryRoom::is_there_for(const spec::plan::PlannedRun& run) try {
  if (running_ == 0 || !free_) return true;
  wanted_ = taken_ + of(run);
  return wanted_ <= *free_;
} catch (const base::Error&) {
  return true;
}

std::optional<std::string> MemoryRoom::reason() {
  if (std::exchange(told_, true)) return std::nullopt;
  return fmt::format("{} at a time: with one more up to {} of memory would be taken, {} are free",
                     running_, train::bytes_text(wanted_), train::bytes_text(free_.value_or(0)));
}

}  // namespace lab::sweep
