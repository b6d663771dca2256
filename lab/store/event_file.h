#pragma once
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "lab/spec/run_spec.h"
#include "lab/store/claim.h"
#include "lab/store/step_values.h"

namespace lab::store {

/// A run as TensorBoard reads it, while it is trained and afterwards: its curves, every field of
/// its spec as a hyperparameter (the HParams tab) and the spec as a text. Where it lies is told by
/// event_folder.h. What was written stays, for somebody may be reading it: an attempt goes on in
/// the file of the last, and begins with a SessionLog START, at which readers forget the steps that
/// are made again. Only a file that ends within a record, as after a crash of the machine, gets
/// another beside it, which says all of it anew. Records are handed to the system, but not forced
/// to disk: what is lost of them the next attempt writes again.
class EventFile {
 public:
  /// Opens the claimed run's file, and makes it say just these steps. Borrows the claim. Throws
  /// base::Error naming the file if it cannot be written, or if the claim is lost.
  EventFile(const Claim& claim, const spec::RunSpec& spec, std::span<const StepValues> before);

  /// Adds the numbers of a later step, for readers to see at once. Throws as the constructor does.
  void add(const StepValues& values);

  /// Notes that the run is finished.
  void finish(std::int64_t step);

 private:
  void write(const std::string& records);

  const Claim& claim_;
  std::filesystem::path file_;
  std::ofstream stream_;
};

}  // namespace lab::store
