#pragma once
#include <string>

#include "lab/compare/rows.h"
#include "lab/figure/data.h"

namespace lab::compare {

/// What a figure is to be called. What is empty follows from the comparison.
struct Drawing {
  std::string name;  ///< of the files
  std::string title;
  std::string x_label;
};

/// Exact match of every arm, in the house's style: lines over the difficulty with the range and the
/// fit of the seeds and the level of guessing; a strip where there is one difficulty; panels where
/// several pools are selected. Arms whose names are too long for a legend are numbered, and told
/// below. Of no pool selected: test, else the first that is asked. Only main
/// tasks are drawn. Throws base::Error (exit code 2) if nothing is selected.
figure::FigureData figure_of(const Comparison& comparison, const Selection& selection,
                             const Drawing& drawing);

/// The share of each arm's runs that have not scored `reach` percent yet, over the steps, in the
/// one pool selected (else test, else the first) at the one difficulty selected (else the largest).
/// Throws base::Error (exit code 2) if several are selected, or nothing.
figure::FigureData reach_figure(const Comparison& comparison, const Selection& selection,
                                double reach, const Drawing& drawing);

}  // namespace lab::compare
