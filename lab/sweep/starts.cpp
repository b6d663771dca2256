#include "lab/sweep/starts.h"

#include <set>
#include <string>

#include "lab/store/descent.h"
#include "lab/store/run_folder.h"

namespace lab::sweep {
namespace {

class Starts {
 public:
  Starts(std::span<const spec::plan::PlannedRun> runs, const std::filesystem::path& store)
      : store_(store) {
    for (const spec::plan::PlannedRun& run : runs) known_.insert(run.spec.fingerprint);
  }

  /// Those of a run that are not known yet, the eldest first.
  void add_of(const spec::RunSpec& spec, std::vector<spec::plan::PlannedRun>* all) {
    if (!spec.start || known_.contains(spec.start->run)) return;
    const auto folder = store::run_folder(store_, spec.start->run);
    if (spec.parent == nullptr && !store::is_run(folder)) return;
    known_.insert(spec.start->run);
    spec::RunSpec parent = store::parent_of(spec, store_);
    add_of(parent, all);
    all->push_back({std::move(parent), {{"start", spec.start->run}}});
  }

 private:
  const std::filesystem::path& store_;
  std::set<std::string> known_;  ///< fingerprints
};

}  // namespace

std::vector<spec::plan::PlannedRun> with_starts(std::span<const spec::plan::PlannedRun> runs,
                                                const std::filesystem::path& store) {
  Starts starts(runs, store);
  std::vector<spec::plan::PlannedRun> all;
  for (const spec::plan::PlannedRun& run : runs) {
    starts.add_of(run.spec, &all);
    all.push_back(run);
  }
  return all;
}

}  // namespace lab::sweep
