#include "lab/sweep/run_list.h"

#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/starts.h"

namespace lab::sweep {

std::vector<std::filesystem::path> write_run_list(const std::filesystem::path& file,
                                                  std::span<const spec::plan::PlannedRun> runs,
                                                  const std::filesystem::path& store) {
  std::string text;
  std::vector<std::filesystem::path> made;
  for (const spec::plan::PlannedRun& run : with_starts(runs, store)) {
    const std::filesystem::path folder = store::run_folder(store, run.spec.fingerprint);
    if (!store::is_run(folder)) made.push_back(folder);
    store::prepare_run_folder(folder, run.spec);
    text += run.spec.fingerprint + "\n";
  }
  base::write_file(file, text);
  return made;
}

std::vector<spec::plan::PlannedRun> read_run_list(const std::filesystem::path& file,
                                                  const std::filesystem::path& store) {
  std::istringstream lines(base::read_file(file));
  std::vector<spec::plan::PlannedRun> runs;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto folder = store::run_folder(store, line);
    base::require(std::filesystem::exists(folder / "spec.textproto"), file.string(), ":", number,
                  ": wanted the fingerprint of a run in ", store.string(), ", found `", line, "`");
    runs.push_back({store::spec_in(folder).run, {}});
  }
  return runs;
}

std::vector<spec::plan::PlannedRun> runs_in(const std::filesystem::path& store) {
  std::vector<spec::plan::PlannedRun> runs;
  for (const auto& folder : store::all_runs(store))
    runs.push_back({store::spec_in(folder).run, {}});
  return runs;
}

}  // namespace lab::sweep
