#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/spec/run_spec.h"

namespace lab::store {

/// TensorBoard calls a run by its folder, so a run's event files lie where it has a name that
/// tells: STORE/tensorboard/<name> seed=<seed> <first 8 digits of its fingerprint>/, beside the
/// run's own folder. They are called events.out.tfevents.<number>.<fingerprint>, later ones by
/// later numbers.

/// The one of the run in this folder, made if there is none: named by this spec, without what a
/// file's name cannot hold. Throws base::Error if it cannot be made.
std::filesystem::path event_folder(const std::filesystem::path& run, const spec::RunSpec& spec);

/// Those that hold event files of the run in this folder, which may be gone.
std::vector<std::filesystem::path> event_folders_of(const std::filesystem::path& run);

/// Those of a store whose runs are gone, and which hold nothing else.
std::vector<std::filesystem::path> event_folders_without_run(const std::filesystem::path& store);

/// The run's event files in such a folder, in order.
std::vector<std::filesystem::path> event_files_in(const std::filesystem::path& event_folder,
                                                  const std::filesystem::path& run);

/// The path of the event file that comes after these.
std::filesystem::path next_event_file(const std::filesystem::path& event_folder,
                                      const std::filesystem::path& run);

}  // namespace lab::store
