#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/sample_size.h"
#include "base/tsv.h"
#include "lab/compare/rows.h"

namespace lab::compare {

/// The most seeds an arm that are asked about.
inline constexpr int most_seeds = 200;

/// How two arms differ in a task's pool at a difficulty, and how many seeds would tell.
struct SeedsNeeded {
  Row one, other;           ///< of the same task, pool and difficulty
  double p_value = 1;       ///< of Welch's t test, with the seeds there are
  base::SampleSize needed;  ///< seeds an arm
};

/// Of what both arms were asked. Throws base::Error (exit code 2) unless there are two arms, each
/// with two seeds or more, which were asked the same.
std::vector<SeedsNeeded> seeds_needed(const Comparison& comparison, const Selection& selection);

/// Columns: task, pool, difficulty, first, second (the arms), first_mean, second_mean (percent),
/// first_seeds, second_seeds, p (of Welch's t test), seeds_needed (an arm; "> 200" where they would
/// not do), power (at that many).
base::Table needed_table(const Comparison& comparison, std::span<const SeedsNeeded> rows);

/// The same for a terminal of so many columns.
std::string needed_text(const Comparison& comparison, std::span<const SeedsNeeded> rows,
                        std::size_t columns);

/// The same as a JSON array.
std::string needed_json(const Comparison& comparison, std::span<const SeedsNeeded> rows);

/// What these numbers assume, and how far they are to be trusted with so few seeds.
std::string about_needed(std::span<const SeedsNeeded> rows);

}  // namespace lab::compare
