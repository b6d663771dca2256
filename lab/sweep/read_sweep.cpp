#include "lab/sweep/read_sweep.h"

#include "lab/train/lesson.h"

namespace lab::sweep {
namespace {

/// The tasks of a plan are made to be checked, and let go: a plan may have 100,000 runs.
void check_lesson(const spec::Spec& spec) { train::lesson_of(spec); }

}  // namespace

spec::SweepPlan read_sweep(const std::filesystem::path& file, const spec::Overrides& overrides) {
  return spec::plan_sweep(file, overrides, check_lesson);
}

spec::SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                            const std::filesystem::path& folder, const spec::Overrides& overrides) {
  return spec::plan_sweep(text, origin, folder, overrides, check_lesson);
}

}  // namespace lab::sweep
