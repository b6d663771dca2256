#include "lab/command/output.h"

#include <fstream>
#include <iostream>

#include "base/error.h"
#include "base/file.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code none;
  return fs::equivalent(a, b, none);
}

/// Pipes and devices; also what is behind /dev/fd/3, whose name stands for an open file.
bool is_written_into(const std::string& file) {
  std::error_code none;
  return file.starts_with("/dev/") || file.starts_with("/proc/") ||
         (fs::exists(file, none) && !fs::is_regular_file(file, none));
}

}  // namespace

void check_output(const char* option, const std::string& file,
                  const std::vector<fs::path>& inputs) {
  std::error_code none;
  bool lost = fs::path(file).extension() == ".textproto" && fs::exists(file, none);
  for (const fs::path& input : inputs) lost = lost || is_same(file, input);
  if (!lost) return;
  throw base::Error(
      std::string("--") + option + ": `" + file +
          "` holds what is read, or a spec, and would be overwritten; name another file",
      base::ExitCode::wrong_usage);
}

bool is_standard_output(const std::string& file) { return file == "-" || file == "/dev/stdout"; }

void write_output(const std::string& file, std::string_view content) {
  if (is_standard_output(file)) {
    std::cout << content;
  } else if (is_written_into(file)) {
    std::ofstream stream(file, std::ios::binary | std::ios::app);
    stream << content << std::flush;
    base::require(stream.good(), file, ": cannot write");
  } else {
    base::write_file(file, content);
  }
}

}  // namespace lab::command
