#include "lab/sweep/child_end.h"

#include <fmt/format.h>
#include <signal.h>

#include <sstream>

#include "base/file.h"
#include "lab/store/run_folder.h"

namespace lab::sweep {
namespace {

std::string last_line(const std::filesystem::path& file) {
  std::string last = "no message";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return last;
  std::istringstream lines(base::read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

}  // namespace

std::string how_it_failed(const std::filesystem::path& folder, int code) {
  if (!store::is_run(folder)) return folder.string() + " was removed while it ran";
  if (code == 128 + SIGKILL) {
    return "killed (SIGKILL), as the system does when memory runs out; the same command goes on";
  }
  return fmt::format("exit code {}: {}", code, last_line(folder / "log.txt"));
}

}  // namespace lab::sweep
