#include "lab/store/event_folder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"
#include "base/text.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view beginning = "events.out.tfevents.";
constexpr std::size_t digits_shown = 8;
constexpr std::size_t longest_name = 200;  // bytes; a file's name may have 255

std::string fingerprint_of(const fs::path& run) { return base::ending_in_name(run).filename(); }

fs::path all_of(const fs::path& store) { return store / "tensorboard"; }

fs::path store_of(const fs::path& run) { return base::ending_in_name(run).parent_path(); }

std::string ending_of(const std::string& fingerprint) {
  return " " + fingerprint.substr(0, digits_shown);
}

std::string shortened(const std::string& name) {
  std::size_t end = std::min(name.size(), longest_name);
  while (end > 0 && end < name.size() && !base::begins_letter(name[end])) --end;
  return name.substr(0, end);
}

std::string name_of(const spec::RunSpec& spec, const std::string& fingerprint) {
  std::string name = shortened(spec.name);
  std::ranges::replace(name, '/', '_');
  if (name.find("seed=") == name.npos) name += fmt::format(" seed={}", spec.seed);
  return name + ending_of(fingerprint);
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

/// The fingerprint behind the number of an event file; empty for any other file.
std::string fingerprint_in(const fs::path& file) {
  const std::string name = file.filename();
  const auto dot = name.rfind('.');
  return name.starts_with(beginning) && dot >= beginning.size() ? name.substr(dot + 1) : "";
}

/// Whether all that a folder holds are event files of runs that are gone, and there is some.
bool is_left_behind(const fs::path& folder, const fs::path& store) {
  const std::vector<fs::path> files = sorted_entries(folder);
  return !files.empty() && std::ranges::all_of(files, [&](const fs::path& file) {
    const std::string fingerprint = fingerprint_in(file);
    return !fingerprint.empty() && !fs::exists(store / fingerprint / "spec.textproto");
  });
}

}  // namespace

std::vector<fs::path> event_folders_of(const fs::path& run) {
  const std::string ending = ending_of(fingerprint_of(run));
  std::vector<fs::path> found = sorted_entries(all_of(store_of(run)));
  std::erase_if(found, [&](const fs::path& folder) {
    return !folder.filename().string().ends_with(ending) || event_files_in(folder, run).empty();
  });
  return found;
}

fs::path event_folder(const fs::path& run, const spec::RunSpec& spec) {
  const std::vector<fs::path> there = event_folders_of(run);
  if (!there.empty()) return there.front();
  const fs::path folder = all_of(store_of(run)) / name_of(spec, fingerprint_of(run));
  std::error_code error;
  fs::create_directories(folder, error);
  base::require(!error, folder.string(), ": cannot make the folder: ", error.message());
  return folder;
}

std::vector<fs::path> event_folders_without_run(const fs::path& store) {
  std::vector<fs::path> found = sorted_entries(all_of(store));
  std::erase_if(found, [&](const fs::path& folder) { return !is_left_behind(folder, store); });
  return found;
}

std::vector<fs::path> event_files_in(const fs::path& event_folder, const fs::path& run) {
  const std::string fingerprint = fingerprint_of(run);
  std::vector<fs::path> found = sorted_entries(event_folder);
  std::erase_if(found, [&](const fs::path& file) { return fingerprint_in(file) != fingerprint; });
  return found;
}

fs::path next_event_file(const fs::path& event_folder, const fs::path& run) {
  const std::vector<fs::path> files = event_files_in(event_folder, run);
  int number = 0;
  if (!files.empty()) {
    const std::string last = files.back().filename();
    const auto digits =
        std::string_view(last).substr(beginning.size(), last.rfind('.') - beginning.size());
    number = base::number_in<int>(digits).value_or(0);
  }
  // TensorBoard takes files in the order of their names.
  return event_folder / fmt::format("{}{:010}.{}", beginning, number + 1, fingerprint_of(run));
}

}  // namespace lab::store
