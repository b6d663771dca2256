#pragma once
#include <span>
#include <string>

#include "lab/runs/summary.h"

namespace lab::command::screen {

/// A list of runs for a terminal of so many columns: aligned, columns in which nothing stands left
/// out. Where it is too wide notes go first, then seeds, times and dates, until names have room;
/// names that are longer then lack
/// the words that all of them have, and their middle.
std::string runs_text(std::span<const runs::RunSummary> runs, std::size_t columns);

}  // namespace lab::command::screen
