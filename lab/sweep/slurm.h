#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab::sweep {

/// An array of workers that share the runs of a list.
struct SlurmJob {
  std::string name;                                 ///< of the job: the sweep's
  std::filesystem::path store, list;                ///< see run_list.h; both absolute
  int workers = 1;                                  ///< array tasks
  int threads = 1;                                  ///< of each
  std::vector<std::string> flags;                   ///< more for sbatch: partition, account, time
  std::optional<int> most_failures = std::nullopt;  ///< of a worker, before it stops
};

/// The batch script. A worker that is told to stop (preempted, or two minutes before the time
/// limit) saves its state, ends with 75 and is queued again; after scancel it stays away. `program`
/// is what the nodes run. Its first words say how it is submitted.
std::string batch_script(const SlurmJob& job, const std::filesystem::path& program);

/// Writes script and logs to store/slurm and hands the job to sbatch, whose remarks are passed on
/// to stderr. Gives its number. Throws base::Error with what sbatch said if it refused.
std::string submit(const SlurmJob& job);

/// Removes the list and what submit wrote beside it.
void remove_traces(const SlurmJob& job);

}  // namespace lab::sweep
