#pragma once
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "lab/store/claim.h"
#include "lab/store/step_values.h"

namespace lab::store {

/// The curves of a run as TensorBoard reads them: events.out.tfevents.* in the run's folder. One
/// file an attempt, which begins with all steps before it; those of earlier attempts are removed,
/// so that each step is there once. What a crash of the machine loses of it the next attempt writes
/// again: it is handed to the system, but not forced to disk.
class EventFile {
 public:
  /// A new file with these steps. Throws base::Error naming the file if it cannot be written.
  EventFile(const Claim& claim, std::span<const StepValues> before);

  /// Adds the numbers of a later step, for readers to see at once. Throws as the constructor does.
  void add(const StepValues& values);

 private:
  void write(const std::string& records);

  std::filesystem::path file_;
  std::ofstream stream_;
};

}  // namespace lab::store
