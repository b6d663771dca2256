#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/document.h"
#include "lab/spec/plan/sweep_plan.h"

namespace lab::spec::plan {

/// One value of an axis: its label and what it sets, in the grammar of --set.
struct Choice {
  std::string name;
  std::vector<std::string> sets;
  std::vector<Origin> origins;  ///< one for each of `sets`
};

struct SweepAxis {
  std::string name;
  std::vector<Choice> choices;  ///< not empty, names distinct
};

/// An origin whose note says which setting of the sweep it was.
Origin of_sweep(const Origin& origin, const std::string& set);

/// What the axis that searches, if one does, looks for. Throws base::Error (exit code 3) if two do.
std::optional<SweepSearch> sweep_search(const Document& document,
                                        const std::vector<SweepAxis>& axes);

/// The axes of document.spec.sweep, in order; names distinct. Throws base::Error (exit code 3).
std::vector<SweepAxis> sweep_axes(const Document& document);

}  // namespace lab::spec::plan
