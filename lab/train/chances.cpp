#include "lab/train/chances.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"
#include "base/tsv.h"

namespace lab::train {
namespace {

std::filesystem::path file_in(const std::filesystem::path& folder) { return folder / "chance.tsv"; }

std::pair<std::string, int> key_of(const store::Score& score) {
  return {score.task, score.difficulty};
}

}  // namespace

Chances chances_of(std::span<const store::Score> scores, const Mixture& mixture) {
  Chances chances;
  for (const store::Score& score : scores) {
    const auto [place, added] = chances.try_emplace(key_of(score));
    if (!added) continue;
    place->second = mixture.task(mixture.index_of(score.task)).chance(score.difficulty);
  }
  return chances;
}

Chances chances_in(const std::filesystem::path& folder) {
  const std::filesystem::path file = file_in(folder);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  const base::Table table = base::read_tsv(file);
  const std::size_t task = table.column("task"), difficulty = table.column("difficulty"),
                    chance = table.column("chance");
  Chances chances;
  for (const auto& row : table.rows) {
    const auto of = base::number_in<int>(row[difficulty]);
    const auto share = base::number_in<double>(row[chance]);
    base::require(of && share, file.string(), ": wanted numbers, found `", row[difficulty],
                  "` and `", row[chance], "`");
    chances[{row[task], *of}] = *share;
  }
  return chances;
}

void write_chances(const std::filesystem::path& folder, const Chances& chances) {
  base::Table table{{"difficulty", "task", "chance"}, {}};
  for (const auto& [key, chance] : chances) {
    table.rows.push_back({std::to_string(key.second), key.first, base::shortest_text(chance)});
  }
  base::write_file(file_in(folder), base::tsv(table));
}

bool tell_of(const Chances& chances, std::span<const store::Score> scores) {
  return std::ranges::all_of(
      scores, [&](const store::Score& score) { return chances.contains(key_of(score)); });
}

}  // namespace lab::train
