#include "lab/store/removal.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

#include "base/error.h"
#include "base/file.h"
#include "lab/store/claim.h"
#include "lab/store/event_folder.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

/// Whether a folder has the name of a run: a fingerprint. A store may hold others' folders too.
bool is_named_as_run(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.size() == 16 && name.find_first_not_of("0123456789abcdef") == name.npos;
}

/// A folder that is being removed has another name first: it is gone at once, never half there.
constexpr const char* removed_prefix = ".removed-";

/// What is there only after a spec was.
constexpr std::array written_by_attempts{"manifest.json", "model.json", "steps.jsonl", "scores.tsv",
                                         "checkpoints"};

fs::path name_to_remove_by(const fs::path& folder) {
  static std::atomic<int> removals = 0;
  const fs::path named = base::ending_in_name(folder);
  return named.parent_path() /
         base::concat(removed_prefix, named.filename().string(), '-', getpid(), '-', removals++);
}

}  // namespace

std::vector<fs::path> rubbish_in(const fs::path& store) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(store, error)) {
    if (entry.path().filename().string().starts_with(removed_prefix)) found.push_back(entry.path());
    if (!entry.is_directory() || !is_named_as_run(entry.path())) continue;
    if (claim_holder(entry.path())) continue;  // its writer lives
    if (!fs::exists(entry.path() / "spec.textproto")) {
      found.push_back(entry.path());
      continue;
    }
    for (const auto& file : fs::recursive_directory_iterator(entry.path(), error)) {
      if (file.path().filename().string().find(".part-") != std::string::npos) {
        found.push_back(file.path());
      }
    }
  }
  const std::vector<fs::path> events = event_folders_without_run(store);
  found.insert(found.end(), events.begin(), events.end());
  std::ranges::sort(found);
  return found;
}

void remove_path(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  base::require(!error, path.string(), ": cannot remove: ", error.message());
}

void remove_remains(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / "spec.textproto", ignored)) return;
  const bool written = std::ranges::any_of(
      written_by_attempts, [&](const char* name) { return fs::exists(folder / name, ignored); });
  if (!written) return;  // a folder that another process makes just now
  const fs::path removed = name_to_remove_by(folder);
  fs::rename(folder, removed, ignored);
  fs::remove_all(removed, ignored);
}

void remove_run(const fs::path& folder) {
  const std::optional<Claim> claim = Claim::take(folder);
  base::require(claim.has_value(), folder.string(), ": a process works on it (",
                claim_holder(folder).value_or("it just ended"), ")");
  const fs::path removed = name_to_remove_by(folder);
  std::error_code error;
  fs::rename(folder, removed, error);
  base::require(!error, folder.string(), ": cannot remove: ", error.message());
  for (const fs::path& events : event_folders_of(folder)) remove_path(events);
  remove_path(removed);
}

}  // namespace lab::store
