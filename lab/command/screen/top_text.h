#pragma once
#include <string>

#include "base/tsv.h"
#include "lab/store/store_watch.h"

namespace lab::command::screen {

/// What a terminal of this size shows of a store: a line of counts, a heading, a line a run; what
/// does not fit is counted. Lines have at most `columns` characters; the last line of the terminal
/// stays free.
std::string top_screen(const store::StoreView& view, std::size_t columns, std::size_t lines);

/// The same for who reads a table: columns fingerprint, status, step, steps, loss,
/// tokens_per_second, seconds_left, losses (a sparkline of their logarithms), name; empty is
/// unknown.
base::Table top_table(const store::StoreView& view);

}  // namespace lab::command::screen
