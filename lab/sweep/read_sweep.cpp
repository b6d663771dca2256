#include "lab/sweep/read_sweep.h"

#include <mutex>

#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/train/lesson.h"
#include "lab/train/remarks.h"

namespace lab::sweep {
namespace {

/// The tasks of a plan are made to be checked, and let go: a plan may have 100,000 runs.
void check_lesson(const spec::Spec& spec) { train::lesson_of(spec); }

}  // namespace

spec::SweepPlan read_sweep(const std::filesystem::path& file, const spec::Overrides& overrides,
                           SweepNotes* notes) {
  if (notes == nullptr) return spec::plan_sweep(file, overrides, check_lesson);
  std::mutex one_at_a_time;  // of several threads that check
  return spec::plan_sweep(file, overrides, [&](const spec::Spec& spec) {
    const train::Lesson lesson = train::lesson_of(spec);
    const std::vector<std::string> found = train::remarks_on(lesson);
    train::MemoryNeed need;
    if (!store::is_finished(store::run_folder(notes->store, spec.run.fingerprint))) {
      need = train::memory_to_train(lesson, 1);
    }
    const std::lock_guard lock(one_at_a_time);
    notes->remarks.insert(found.begin(), found.end());
    if (train::total(need) > train::total(notes->largest)) notes->largest = std::move(need);
  });
}

spec::SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                            const std::filesystem::path& folder, const spec::Overrides& overrides) {
  return spec::plan_sweep(text, origin, folder, overrides, check_lesson);
}

}  // namespace lab::sweep
