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

std::filesystem::path script_of(const SlurmJob& job) { return job.list.string() + ".sbatch"; }

/// What sbatch answered, and what it said beside it.
std::filesystem::path answer_of(const SlurmJob& job) { return job.list.string() + ".job"; }
std::filesystem::path remarks_of(const SlurmJob& job) { return job.list.string() + ".remarks"; }

std::string sbatch_line(const SlurmJob& job) {
  std::string line = "sbatch --parsable";
  for (const std::string& flag : job.flags) line += " " + base::shell_word(flag);
  return line + " " + base::shell_word(script_of(job).string());
}

/// For the names of files, where sbatch puts numbers in place of % and a letter, and keeps what
/// follows a backslash.
std::string file_pattern(const std::filesystem::path& folder, const std::string& name) {
  std::string pattern;
  for (const char c : folder.string()) pattern += c == '%' ? std::string("%%") : std::string(1, c);
  return base::shell_word(pattern + "/" + name);
}

}  // namespace

std::string batch_script(const SlurmJob& job, const std::filesystem::path& program) {
  return fmt::format(
      R"sh(#!/bin/bash
#SBATCH --job-name={name}
#SBATCH --array=0-{last}
#SBATCH --output={output}
#SBATCH --open-mode=append
#SBATCH --ntasks=1
#SBATCH --cpus-per-task={threads}
#SBATCH --signal=USR2@120
#SBATCH --requeue
# Made by `lab sweep --executor slurm`. Every task of the array is a worker that takes runs from the
# list until none is left. Submitted by:
#   {submitted}

trap : TERM USR2  # bash stays until the worker has saved its state; the worker gets the signal too
srun --kill-on-bad-exit=0 {program} worker {list} --store {store} --threads {threads}{more}
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
      fmt::arg("output", file_pattern(job.store / "slurm", "%A_%a.log")),
      fmt::arg("submitted", sbatch_line(job)), fmt::arg("threads", job.threads),
      fmt::arg("more", job.most_failures ? fmt::format(" --fail-fast {}", *job.most_failures) : ""),
      fmt::arg("program", base::shell_word(program.string())),
      fmt::arg("list", base::shell_word(job.list.string())),
      fmt::arg("store", base::shell_word(job.store.string())));
}

std::string submit(const SlurmJob& job) {
  base::write_file(script_of(job), batch_script(job, base::this_program()));
  // Apart, as a site may have sbatch warn of something beside the number that it answers.
  const std::filesystem::path answer = answer_of(job), remarks = remarks_of(job);
  const std::string command = sbatch_line(job) + " >" + base::shell_word(answer.string());
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

void remove_traces(const SlurmJob& job) {
  std::error_code ignored;
  for (const auto& file : {job.list, script_of(job), answer_of(job), remarks_of(job)}) {
    std::filesystem::remove(file, ignored);
  }
}

}  // namespace lab::sweep
