#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "lab/figure/figure.h"
#include "lab/figure/measured.h"
#include "lab/figure/paper_numbers.h"

namespace lab::paper {

enum class Verdict {
  reproduced,
  trend_only,  ///< another number, on the same side of the claim it is held against
  not_reproduced,
  too_little,  ///< most seeds do not fit what they were trained on, or there are too few
  ours_only,   ///< the paper gives no number
  not_run,     ///< we have none
};
std::string_view name(Verdict verdict);

/// A claim with our number, the paper's, and what to think of it.
struct PaperGap {
  std::string claim;
  std::optional<figure::Point> ours;  ///< nothing: not run
  std::optional<figure::FitRate> fit;
  std::optional<figure::PaperNumber> paper;
  Verdict verdict = Verdict::not_run;
  std::string why;

  /// Our median less the paper's number, percent points; nothing if one of them is missing.
  std::optional<double> difference() const;
};

/// Percent points that a median may be from a number the paper gives as equal.
inline constexpr double equal_within = 5;

/// Percent points between two claims from which on one is above the other.
inline constexpr double clearly_apart = 10;

/// What to think of each claim:
///   "> p", "< p": reproduced if our median is above, below p
///   "= p": if it is within 5 points of p; or beyond p, seen from the paper's number for the claim
///   it is held against, and at least 10 points from ours for that claim
///   whatever the number, too little to tell if most seeds do not fit their training questions or
///   there are fewer than three
///   otherwise, trend only if it is at least 10 points from the claim it is held against, on the
///   side on which the paper's number is
/// Throws base::Error as figure_data does.
std::vector<PaperGap> paper_gaps(std::span<const figure::ClaimSpec> claims,
                                 const std::map<std::string, figure::PaperNumber>& paper,
                                 std::span<const store::ResultRow> rows,
                                 const figure::KnownNames& known, const std::string& place);

/// gap.tsv: claim, median, low, high, seeds, fit, mean, mean_low, mean_high (95 %), guess (the
/// level of guessing, see figure::Point), paper, status, difference, verdict, why; percent. The
/// reason of a median that is not above guessing says so.
base::Table gap_table(std::span<const PaperGap> gaps);

/// The same for a terminal: fewer columns, aligned.
std::string gap_text(std::span<const PaperGap> gaps);

/// What these numbers, of runs of scale smoke, can show and what they cannot: their seeds, and how
/// many claims rest on runs that do not solve what they were trained on.
std::string smoke_limits(std::span<const PaperGap> gaps);

}  // namespace lab::paper
