#include "lab/sweep/read_sweep.h"

#include "lab/train/lesson.h"

namespace lab {
namespace {

/// The tasks of a plan are made to be checked, and let go: a plan may have 100,000 runs.
void check_lesson(const Spec& spec) { lesson_of(spec); }

}  // namespace

SweepPlan read_sweep(const std::filesystem::path& file, const Overrides& overrides) {
  return plan_sweep(file, overrides, check_lesson);
}

SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                      const std::filesystem::path& folder, const Overrides& overrides) {
  return plan_sweep(text, origin, folder, overrides, check_lesson);
}

}  // namespace lab
