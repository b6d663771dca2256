#include "lab/sweep/read_sweep.h"

#include <mutex>
#include <set>

#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/train/lesson.h"
#include "lab/train/remarks.h"
#include "lab/train/start.h"

namespace lab::sweep {
namespace {

/// The tasks of a plan are made to be checked, and let go: a plan may have 100,000 runs.
void check_lesson(const spec::Spec& spec) { train::lesson_of(spec); }

train::MemoryNeed memory_left(const train::Lesson& lesson, const std::filesystem::path& store) {
  if (store::is_finished(store::run_folder(store, lesson.spec.fingerprint))) return {};
  return train::memory_to_train(lesson, 1);
}

/// What is found out about the runs of a plan, each run that others start from once.
class Findings {
 public:
  explicit Findings(SweepNotes* notes) : notes_(notes) {}

  void add(const spec::Spec& spec) {
    const train::Lesson lesson = train::lesson_of(spec);
    train::check_start(spec.run, spec.origins, notes_->store);
    const std::vector<std::string> found = train::remarks_on(lesson);
    train::MemoryNeed need = memory_left(lesson, notes_->store);
    {
      const std::lock_guard lock(one_at_a_time_);
      notes_->remarks.insert(found.begin(), found.end());
      if (train::total(need) > train::total(notes_->largest)) notes_->largest = std::move(need);
      const bool is_new =
          spec.parent != nullptr && parents_.insert(spec.parent->run.fingerprint).second;
      if (!is_new) return;
    }
    add(*spec.parent);
  }

 private:
  SweepNotes* notes_;
  std::mutex one_at_a_time_;  // of several threads that check
  std::set<std::string> parents_;
};

}  // namespace

spec::plan::SweepPlan read_sweep(const std::filesystem::path& file,
                                 const spec::Overrides& overrides, SweepNotes* notes) {
  if (notes == nullptr) return spec::plan::plan_sweep(file, overrides, check_lesson);
  Findings findings(notes);
  return spec::plan::plan_sweep(file, overrides,
                                [&](const spec::Spec& spec) { findings.add(spec); });
}

spec::plan::SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                                  const std::filesystem::path& folder,
                                  const spec::Overrides& overrides) {
  return spec::plan::plan_sweep(text, origin, folder, overrides, check_lesson);
}

}  // namespace lab::sweep
