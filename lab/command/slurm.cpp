#include "lab/command/slurm.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/child_process.h"
#include "base/error.h"
#include "lab/store/manifest.h"
#include "lab/store/removal.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/run_list.h"
#include "lab/sweep/slurm.h"
#include "lab/sweep/starts.h"

namespace lab::command {
namespace {

using Runs = std::vector<spec::plan::PlannedRun>;

[[noreturn]] void refuse_plan(const std::string& message) {
  throw base::Error("--executor slurm: " + message, base::ExitCode::wrong_usage);
}

/// Those that are not finished, and what they start from.
Runs missing_runs(const spec::plan::SweepPlan& plan, const std::filesystem::path& store) {
  Runs runs = sweep::with_starts(plan.runs, store);
  std::erase_if(runs, [&](const spec::plan::PlannedRun& run) {
    return store::is_finished(store::run_folder(store, run.spec.fingerprint));
  });
  return runs;
}

/// As a shell splits them, quotes and backslashes included.
std::vector<std::string> flags_in(const std::string& text) {
  try {
    return boost::program_options::split_unix(text);
  } catch (const std::exception& error) {
    throw base::Error(fmt::format("--sbatch: `{}`: {}", text, error.what()),
                      base::ExitCode::wrong_usage);
  }
}

sweep::SlurmJob job_of(const Arguments& arguments, const std::string& name, const Runs& runs,
                       const sweep::SweepOptions& options) {
  sweep::SlurmJob job;
  job.name = name;
  job.store = std::filesystem::absolute(options.store);
  job.list = job.store / "slurm" / (name + "-" + runs.front().spec.fingerprint);
  job.workers = static_cast<int>(
      std::min<std::int64_t>(whole(arguments, "workers", 1, 100'000, 4), std::ssize(runs)));
  job.threads = options.threads_per_run;
  job.most_failures = options.most_failures;
  job.flags = flags_in(text(arguments, "sbatch", ""));
  return job;
}

/// The job's number.
std::string submitted(const sweep::SlurmJob& job, const Runs& runs) {
  const std::vector<std::filesystem::path> made = sweep::write_run_list(job.list, runs, job.store);
  try {
    return sweep::submit(job);
  } catch (const base::Error&) {
    for (const std::filesystem::path& folder : made) store::remove_run(folder);
    sweep::remove_traces(job);
    throw;
  }
}

}  // namespace

base::ExitCode run_on_slurm(const Arguments& arguments, const spec::plan::SweepPlan& plan,
                            const sweep::SweepOptions& options) {
  if (plan.search) {
    refuse_plan("axis " + plan.search->axis +
                " searches, and what is run next hangs on what came out; run it locally");
  }
  if (plan.stopping) refuse_plan("sweep.median_stopping is a local sweep's; leave it out");
  const Runs runs = missing_runs(plan, options.store);
  if (runs.empty()) {
    std::cerr << "all " << plan.runs.size() << " runs are finished; nothing is submitted\n";
    return base::ExitCode::done;
  }
  const sweep::SlurmJob job = job_of(arguments, plan.name, runs, options);
  if (flag(arguments, "dry-run")) {
    std::cout << sweep::batch_script(job, base::this_program());
    return base::ExitCode::done;
  }
  const std::string number = submitted(job, runs);
  std::cout << number << '\n';
  if (!options.quiet) {
    std::cerr << fmt::format(
        "job {}: {} runs, {} workers; logs in {}; `scancel {}` stops it, this command again goes "
        "on\n",
        number, runs.size(), job.workers, (job.store / "slurm").string(), number);
  }
  return base::ExitCode::done;
}

}  // namespace lab::command
