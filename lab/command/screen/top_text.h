#pragma once
#include <string>

#include "base/tsv.h"
#include "lab/store/store_watch.h"

namespace lab::command::screen {

/// What a terminal of this size shows of a store: a line of counts, a heading, a line a run, names
/// first and cut in their middle; what does not fit is counted, and tokens a second, steps and
/// fingerprints are left out before names have no room. Lines have at most `columns` characters;
/// the last line of the terminal stays free.
std::string top_screen(const store::StoreView& view, std::size_t columns, std::size_t lines);

/// The same for who reads a table: columns fingerprint, status, step, steps, loss,
/// tokens_per_second, seconds_left, losses (a sparkline of their logarithms), name; empty is
/// unknown.
base::Table top_table(const store::StoreView& view);

/// The same as a JSON array of objects, null for what is not known; losses are numbers.
std::string top_json(const store::StoreView& view);

}  // namespace lab::command::screen
