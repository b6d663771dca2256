#include "lab/sweep/slurm.h"

#include <fmt/format.h>

#include <iostream>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace lab::sweep {
namespace {

int exit_code_after(pid_t process) {
  while (true) {
    if (const auto code = base::exit_code_of(process)) return *code;
    base::wait_for_any(std::span(&process, 1), std::chrono::milliseconds(100));
  }
}

std::string first_word(const std::string& text, std::string_view what) {
  const auto word = text.substr(0, text.find_first_of(" \n;"));
  base::require(!word.empty() && word.find_first_not_of("0123456789") == word.npos,
                "sbatch: wanted ", what, ", found `", text, "`");
  return word;
}

}  // namespace

std::string batch_script(const SlurmJob& job, const std::filesystem::path& program) {
  return fmt::format(
      R"sh(#!/bin/bash
#SBATCH --job-name={name}
#SBATCH --array=0-{last}
#SBATCH --output={folder}/%A_%a.log
#SBATCH --open-mode=append
#SBATCH --ntasks=1
#SBATCH --cpus-per-task={threads}
#SBATCH --signal=USR2@120
#SBATCH --requeue
# Made by `lab sweep --executor slurm`. Every task of the array is a worker that takes runs from the
# list until none is left.

trap : TERM USR2  # bash stays until the worker has saved its state; the worker gets the signal too
srun --kill-on-bad-exit=0 {program} worker {list} --store {store} --threads {threads}
code=$?
if [ $code -eq 75 ]; then
  # Work is left. RUNNING: preempted or out of time, so queue again, at once (a job that ends in the
  # grace period counts as done). COMPLETING: cancelled by its user, so stay away.
  id=${{SLURM_ARRAY_JOB_ID}}_$SLURM_ARRAY_TASK_ID
  state=$(scontrol -o show job "$id" | grep -o 'JobState=[A-Z]*' | head -1)
  echo "lab: state saved, work is left; $state"
  if [ "$state" = JobState=RUNNING ]; then scontrol requeue "$id"; fi
fi
exit $code
)sh",
      fmt::arg("name", base::shell_word("lab-" + job.name)), fmt::arg("last", job.workers - 1),
      fmt::arg("folder", (job.store / "slurm").string()), fmt::arg("threads", job.threads),
      fmt::arg("program", base::shell_word(program.string())),
      fmt::arg("list", base::shell_word(job.list.string())),
      fmt::arg("store", base::shell_word(job.store.string())));
}

std::string submit(const SlurmJob& job) {
  const std::filesystem::path script = job.list.string() + ".sbatch";
  base::write_file(script, batch_script(job, base::this_program()));
  // Apart, as a site may have sbatch warn of something beside the number that it answers.
  const std::filesystem::path answer = job.list.string() + ".job";
  const std::filesystem::path remarks = job.list.string() + ".remarks";
  std::string command = "sbatch --parsable";
  for (const std::string& flag : job.flags) command += " " + base::shell_word(flag);
  command += " " + base::shell_word(script.string()) + " >" + base::shell_word(answer.string());
  std::filesystem::remove(remarks);
  const int code = exit_code_after(base::start_process({"/bin/sh", "-c", command}, {}, remarks));
  const std::string said = base::read_file(remarks);
  if (code != 0) {
    throw base::Error(fmt::format("sbatch: exit code {}: {}{}", code, said,
                                  code == 127 ? " (is Slurm on this machine?)" : ""));
  }
  std::cerr << said;
  return first_word(base::read_file(answer), "the job's number");
}

}  // namespace lab::sweep
