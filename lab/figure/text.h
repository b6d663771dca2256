#pragma once
#include <string>
#include <vector>

#include "lab/figure/measured.h"

namespace lab::figure {

/// A gnuplot string that shows `text` as it is: quoted, markup (_ ^ { } @ & ~) escaped.
std::string literal(const std::string& text);

/// The same without its quotes, to be put into markup.
std::string bare_literal(const std::string& text);

/// `text` as a gnuplot string that is no markup: file names, formats.
std::string plain_literal(const std::string& text);

/// Lines of at most `columns` letters, broken at spaces; longer words stay whole.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns);

/// "94.2 %": a digit after the point below 100, none where there is nothing to see.
std::string shown_percent(double percent);

/// The same of the last point, which there must be.
std::string shown_last_percent(const Measured& measured);

/// "4 of 5 seeds fit", "5 seeds" if it is not known how many do, "17 of 20 runs fit" where the
/// seeds have several; "not run"; "no threshold" of runs that did not reach any.
std::string shown_seeds(const Measured& measured);

/// "18,000", of a count from 0 on.
std::string shown_count(std::int64_t count);

}  // namespace lab::figure
