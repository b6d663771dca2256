#include "lab/store/waiting_list.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"
#include "base/tsv.h"
#include "lab/store/claim.h"
#include "lab/store/holder.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

fs::path sweeps_of(const fs::path& store) { return store / "sweeps"; }

fs::path list_in(const fs::path& folder) { return folder / "waiting.tsv"; }

std::vector<fs::path> folders_in(const fs::path& store) {
  std::vector<fs::path> folders;
  std::error_code ignored;  // no sweep has been here
  for (const auto& entry : fs::directory_iterator(sweeps_of(store), ignored)) {
    folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  return folders;
}

std::string text_of(std::span<const WaitingRun> runs) {
  base::Table table{{"fingerprint", "steps", "name"}, {}};
  for (const WaitingRun& run : runs) {
    table.rows.push_back({run.fingerprint, std::to_string(run.steps), run.name});
  }
  return base::tsv(table);
}

std::vector<WaitingRun> read_list(const fs::path& file) {
  const base::Table table = base::read_tsv(file);
  const std::size_t fingerprint = table.column("fingerprint"), steps = table.column("steps"),
                    name = table.column("name");
  std::vector<WaitingRun> runs;
  for (const auto& row : table.rows) {
    runs.push_back(
        {row[fingerprint], row[name], base::number_in<std::int64_t>(row[steps]).value_or(0)});
  }
  return runs;
}

/// What sweeps left that could not clear up: it was claimed, and nobody holds it.
void remove_left_behind(const fs::path& store) {
  std::error_code ignored;
  for (const fs::path& folder : folders_in(store)) {
    if (fs::exists(folder / "claim", ignored) && !claim_holder(folder)) {
      fs::remove_all(folder, ignored);
    }
  }
}

/// The folder, made; again if another sweep took it for one left behind, just before it was held.
Claim claimed(const fs::path& folder) {
  constexpr int most_tries = 3;
  for (int tries = 1;; ++tries) {
    std::error_code error;
    fs::create_directories(folder, error);
    base::require(!error, folder.string(), ": cannot create: ", error.message());
    try {
      std::optional<Claim> claim = Claim::take(folder);
      base::require(claim.has_value(), folder.string(), ": another process holds it");
      return *std::move(claim);
    } catch (const base::Error&) {
      if (tries == most_tries) throw;
    }
  }
}

}  // namespace

struct WaitingList::Held {
  fs::path folder;
  std::optional<Claim> claim;
};

WaitingList::WaitingList(const fs::path& store, std::span<const WaitingRun> runs) {
  remove_left_behind(store);
  const fs::path folder = sweeps_of(store) / fmt::format("{}-{}", host_name(), getpid());
  held_ = std::make_unique<Held>(Held{folder, claimed(folder)});
  base::write_file(list_in(folder), text_of(runs));
}

WaitingList::~WaitingList() {
  if (held_ == nullptr) return;
  std::error_code ignored;
  fs::remove(list_in(held_->folder), ignored);
  held_->claim.reset();
  fs::remove_all(held_->folder, ignored);
  fs::remove(held_->folder.parent_path(), ignored);  // if it is empty
}

std::optional<std::string> WaitingList::remark() const { return held_->claim->remark(); }

std::vector<WaitingRun> waiting_runs(const fs::path& store) {
  std::vector<WaitingRun> all;
  std::set<std::string> known;
  for (const fs::path& folder : folders_in(store)) {
    try {
      if (!claim_holder(folder)) continue;
      for (WaitingRun& run : read_list(list_in(folder))) {
        if (known.insert(run.fingerprint).second) all.push_back(std::move(run));
      }
    } catch (const base::Error&) {  // it has just ended
      continue;
    }
  }
  return all;
}

}  // namespace lab::store
