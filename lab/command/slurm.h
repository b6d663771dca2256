#pragma once
#include "base/exit_code.h"
#include "lab/command/options.h"
#include "lab/spec/plan/sweep_plan.h"
#include "lab/sweep/options.h"

namespace lab::command {

/// Leaves the runs of a plan that are not finished to an array of workers, and prints its number;
/// with --dry-run its batch script. Where sbatch refuses the job, no folder of a run that was not
/// there before stays. Throws base::Error (exit code 2) for a plan that hangs on what comes out.
base::ExitCode run_on_slurm(const Arguments& arguments, const spec::plan::SweepPlan& plan,
                            const sweep::SweepOptions& options);

}  // namespace lab::command
