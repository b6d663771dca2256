#pragma once
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "lab/store/scores.h"
#include "lab/train/mixture.h"

namespace lab::train {

/// What guessing reaches (Task::chance) by a part's name and a difficulty, shares of one. Saved
/// beside a run's scores, for it takes the tasks' worlds to know, which take long to make.
using Chances = std::map<std::pair<std::string, int>, double>;

/// Of the tasks and difficulties that `scores` are about.
Chances chances_of(std::span<const store::Score> scores, const Mixture& mixture);

/// Those that are saved in a run's folder; none if it has none. Throws base::Error if they cannot
/// be understood.
Chances chances_in(const std::filesystem::path& folder);

/// Saves them as chance.tsv.
void write_chances(const std::filesystem::path& folder, const Chances& chances);

/// Whether there is one for each of the scores.
bool tell_of(const Chances& chances, std::span<const store::Score> scores);

}  // namespace lab::train
