#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lab {

/// Numbers at one step, by tag.
struct StepValues {
  std::int64_t step = 0;
  std::vector<std::pair<std::string, double>> values;
};

/// The curves of a run as TensorBoard reads them: events.out.tfevents.* in the run's folder. One
/// file an attempt, which begins with all steps before it; those of earlier attempts are removed,
/// so that each step is there once.
class EventFile {
 public:
  /// A new file with these steps. Throws base::Error as base::write_file does.
  EventFile(const std::filesystem::path& folder, std::span<const StepValues> before);

  /// Adds the numbers of a later step, and flushes.
  void add(const StepValues& values);

 private:
  std::filesystem::path file_;
};

/// A record of the file: length, data, and a checksum of each.
std::string event_record(const std::string& data);

}  // namespace lab
