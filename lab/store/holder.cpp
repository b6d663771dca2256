#include "lab/store/holder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <map>
#include <sstream>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"

namespace lab::store {
namespace {

/// Empty where it cannot be read.
std::string first_word_of(const std::filesystem::path& file) try {
  std::string word;
  std::istringstream(base::read_file(file)) >> word;
  return word;
} catch (const base::Error&) {
  return "";
}

/// Empty where /proc does not say.
std::string where_we_are() {
  std::error_code unknown;
  const auto processes = std::filesystem::read_symlink("/proc/self/ns/pid", unknown);
  const std::string boot = first_word_of("/proc/sys/kernel/random/boot_id");
  return unknown || boot.empty() ? "" : boot + "/" + processes.string();
}

/// Field 22 of /proc/N/stat, counted behind the name, which may hold anything (proc(5)).
std::string birth_of(const std::string& process) try {
  const std::string stat = base::read_file("/proc/" + process + "/stat");
  std::istringstream fields(stat.substr(stat.rfind(')') + 1));
  std::string field;
  for (int i = 3; i <= 22; ++i) fields >> field;
  return field;
} catch (const base::Error&) {
  return "";
}

}  // namespace

Holder this_process() {
  const std::string process = std::to_string(getpid());
  return {process, host_name(), where_we_are(), birth_of(process)};
}

std::string text_of(const Holder& holder) {
  std::string text =
      fmt::format("pid {}\nhost {}\nstarted {}\n", holder.process, holder.host, base::utc_now());
  if (!holder.where.empty()) text += fmt::format("where {}\n", holder.where);
  if (!holder.born.empty()) text += fmt::format("born {}\n", holder.born);
  return text;
}

Holder holder_in(const std::string& text) {
  std::map<std::string, std::string> words{{"pid", "?"}, {"host", "?"}};
  std::istringstream lines(text);
  for (std::string key, value; lines >> key >> value;) words[key] = value;
  return {words["pid"], words["host"], words["where"], words["born"]};
}

bool are_together(const Holder& a, const Holder& b) {
  return !a.where.empty() && a.where == b.where && a.host == b.host;
}

bool lives_here(const Holder& holder) {
  return !holder.born.empty() && birth_of(holder.process) == holder.born;
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

}  // namespace lab::store
