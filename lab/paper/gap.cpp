#include "lab/paper/gap.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/aligned_text.h"
#include "base/error.h"
#include "lab/figure/text.h"

namespace lab::paper {
namespace {

/// Seeds from which on a number is more than a hint.
constexpr std::size_t enough_seeds = 5;

/// Seeds below which there is no median to hold against anything.
constexpr std::size_t least_seeds = 3;

constexpr const char* not_above_guessing = "not above guessing";

double median(const PaperGap& gap) { return gap.ours->value.middle; }

PaperGap measured_gap(const figure::ClaimSpec& claim,
                      const std::map<std::string, figure::PaperNumber>& paper,
                      std::span<const store::ResultRow> rows, const figure::KnownNames& known,
                      const std::string& place) {
  const std::string here = place + ": claim `" + claim.name + "`";
  figure::check_known(claim.rows, known, here);
  const auto x = [](const store::ResultRow& row) {
    return static_cast<double>(row.score.difficulty);
  };
  figure::Measured measured =
      figure::measure(claim.rows, figure::ScoredSteps::last, x, claim.trained, rows, here);
  PaperGap gap{.claim = claim.name,
               .ours = {},
               .fit = measured.fit,
               .paper = {},
               .verdict = Verdict::not_run,
               .why = {}};
  if (!measured.points.empty()) gap.ours = std::move(measured.points.front());
  if (!claim.paper.empty()) gap.paper = figure::number_named(paper, claim.paper, here);
  return gap;
}

/// Our distance from the claim it is held against, positive on the paper's side of it; nothing if
/// there is no such claim or a number is missing.
std::optional<double> paper_ward(const PaperGap& gap, const PaperGap* against) {
  if (against == nullptr || !against->ours || !against->paper) return std::nullopt;
  const double apart = median(gap) - median(*against);
  return gap.paper->percent > against->paper->percent ? apart : -apart;
}

/// On the far side of the paper's number, seen from the paper's number for the other claim.
bool beyond(const PaperGap& gap, const PaperGap& against) {
  const double ours = median(gap), paper = gap.paper->percent;
  return paper > against.paper->percent ? ours > paper : ours < paper;
}

bool meets(const PaperGap& gap, const PaperGap* against) {
  const double paper = gap.paper->percent, ours = median(gap);
  switch (gap.paper->relation) {
    case figure::Relation::above:
      return ours > paper;
    case figure::Relation::below:
      return ours < paper;
    case figure::Relation::equal:
      break;
  }
  if (std::abs(ours - paper) <= equal_within) return true;
  const std::optional<double> apart = paper_ward(gap, against);
  return apart && *apart >= clearly_apart && beyond(gap, *against);
}

/// What a model scores far away says little if it does not solve what it was trained on.
bool fitted(const PaperGap& gap) { return !gap.fit || 2 * gap.fit->fitted >= gap.fit->seeds; }

std::string reason(const PaperGap& gap, const std::optional<double>& apart) {
  std::string text =
      "median " + figure::shown_percent(median(gap)) + ", paper " + gap.paper->text();
  if (!fitted(gap)) {
    text += fmt::format("; {} of {} seeds fit their training questions", gap.fit->fitted,
                        gap.fit->seeds);
  } else if (gap.verdict == Verdict::trend_only) {
    text += fmt::format("; {:.1f} points from what it is held against, as in the paper", *apart);
  } else if (gap.verdict == Verdict::reproduced && gap.paper->relation == figure::Relation::equal &&
             std::abs(*gap.difference()) > equal_within) {
    text += ": beyond it";
  }
  const std::size_t seeds = gap.ours->seeds.size();
  if (seeds < enough_seeds) text += fmt::format("; {} seed{} only", seeds, seeds == 1 ? "" : "s");
  return text;
}

Verdict verdict_on(const PaperGap& gap, const PaperGap* against) {
  if (!fitted(gap) || gap.ours->seeds.size() < least_seeds) return Verdict::too_little;
  if (meets(gap, against)) return Verdict::reproduced;
  const std::optional<double> apart = paper_ward(gap, against);
  return apart && *apart >= clearly_apart ? Verdict::trend_only : Verdict::not_reproduced;
}

void judge(PaperGap* gap, const PaperGap* against) {
  if (!gap->ours) {
    gap->why = "no run of it has a score";
    return;
  }
  if (!gap->paper) {
    gap->verdict = Verdict::ours_only;
    gap->why = "the paper gives no number";
  } else {
    gap->verdict = verdict_on(*gap, against);
    gap->why = reason(*gap, paper_ward(*gap, against));
  }
  if (!figure::is_above_guess(*gap->ours)) {
    gap->why +=
        fmt::format("; {} ({})", not_above_guessing, figure::shown_percent(*gap->ours->guess));
  }
}

std::string points(double percent) { return fmt::format("{:.1f}", percent); }

std::string fit_text(const std::optional<figure::FitRate>& fit) {
  return fit ? fmt::format("{}/{}", fit->fitted, fit->seeds) : "";
}

std::string difference_text(const PaperGap& gap) {
  const auto difference = gap.difference();
  return difference ? fmt::format("{:+.1f}", *difference) : "";
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::reproduced:
      return "reproduced";
    case Verdict::trend_only:
      return "trend only";
    case Verdict::not_reproduced:
      return "not reproduced";
    case Verdict::too_little:
      return "too little to tell";
    case Verdict::ours_only:
      return "ours only";
    case Verdict::not_run:
      break;
  }
  return "not run";
}

std::optional<double> PaperGap::difference() const {
  if (!ours || !paper) return std::nullopt;
  return ours->value.middle - paper->percent;
}

std::vector<PaperGap> paper_gaps(std::span<const figure::ClaimSpec> claims,
                                 const std::map<std::string, figure::PaperNumber>& paper,
                                 std::span<const store::ResultRow> rows,
                                 const figure::KnownNames& known, const std::string& place) {
  std::vector<PaperGap> all;
  for (const figure::ClaimSpec& claim : claims) {
    all.push_back(measured_gap(claim, paper, rows, known, place));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto against = std::ranges::find(all, claims[i].against, &PaperGap::claim);
    judge(&all[i], against == all.end() ? nullptr : &*against);
  }
  return all;
}

base::Table gap_table(std::span<const PaperGap> gaps) {
  base::Table table{{"claim", "median", "low", "high", "seeds", "fit", "mean", "mean_low",
                     "mean_high", "guess", "paper", "status", "difference", "verdict", "why"},
                    {}};
  for (const PaperGap& gap : gaps) {
    std::vector<std::string> row{gap.claim, "", "", "", "", fit_text(gap.fit), "", "", "", ""};
    if (const auto& ours = gap.ours) {
      row = {gap.claim,
             points(ours->value.middle),
             points(ours->value.low),
             points(ours->value.high),
             std::to_string(ours->seeds.size()),
             fit_text(gap.fit),
             points(ours->mean.middle),
             points(ours->mean.low),
             points(ours->mean.high),
             ours->guess ? points(*ours->guess) : ""};
    }
    row.insert(row.end(), {gap.paper ? gap.paper->text() : "", gap.paper ? gap.paper->status : "",
                           difference_text(gap), std::string(name(gap.verdict)), gap.why});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string gap_text(std::span<const PaperGap> gaps) {
  base::Table table{{"claim", "ours: median [low .. high]", "paper", "difference", "verdict"}, {}};
  for (const PaperGap& gap : gaps) {
    std::string ours = "-";
    if (gap.ours) {
      const base::Estimate& percent = gap.ours->value;
      ours = fmt::format(
          "{:.1f} % [{:.1f} .. {:.1f}] ({} seeds{}{})", percent.middle, percent.low, percent.high,
          gap.ours->seeds.size(), gap.fit ? ", fit " + fit_text(gap.fit) : "",
          figure::is_above_guess(*gap.ours) ? "" : std::string(", ") + not_above_guessing);
    }
    table.rows.push_back({gap.claim, ours, gap.paper ? gap.paper->text() : "-",
                          difference_text(gap), std::string(name(gap.verdict))});
  }
  return base::aligned_text(table);
}

std::string smoke_limits(std::span<const PaperGap> gaps) {
  std::size_t seeds = 0, unfit = 0, known = 0;
  for (const PaperGap& gap : gaps) {
    if (gap.ours) seeds = std::max(seeds, gap.ours->seeds.size());
    if (gap.fit) ++known;
    if (!fitted(gap)) ++unfit;
  }
  std::string text =
      "scale smoke shows that runs are trained, scored, drawn and compared here. It is not a "
      "finding: few steps";
  if (seeds > 0) text += fmt::format(", {} seed{} at most", seeds, seeds == 1 ? "" : "s");
  if (unfit > 0) {
    text += fmt::format(
        "; of {} claims whose fit is known {} rest on seeds most of which do not solve what they "
        "were trained on, so that what they score past training says nothing about generalization",
        known, unfit);
  }
  return text + ".";
}

}  // namespace lab::paper
