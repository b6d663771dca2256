#include "lab/command/removal.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "lab/store/claim.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

/// Whether a folder has the name of a run: a fingerprint. A store may hold others' folders too.
bool is_named_as_run(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.size() == 16 && name.find_first_not_of("0123456789abcdef") == name.npos;
}

}  // namespace

std::vector<fs::path> rubbish_in(const fs::path& store) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(store, error)) {
    if (!entry.is_directory() || !is_named_as_run(entry.path())) continue;
    if (store::claim_holder(entry.path())) continue;  // its writer lives
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
  std::ranges::sort(found);
  return found;
}

void remove_path(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  base::require(!error, path.string(), ": cannot remove: ", error.message());
}

void remove_run(const fs::path& folder) {
  const std::optional<store::Claim> claim = store::Claim::take(folder);
  base::require(claim.has_value(), folder.string(), ": a process works on it (",
                store::claim_holder(folder).value_or("it just ended"), ")");
  remove_path(folder);
}

}  // namespace lab::command
