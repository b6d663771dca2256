#include "lab/figure/kinds.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "lab/figure/kind_curve.h"
#include "lab/figure/kind_lines.h"
#include "lab/figure/kind_map.h"
#include "lab/figure/kind_panels.h"
#include "lab/figure/kind_strip.h"
#include "lab/figure/kind_threshold.h"

namespace lab::figure {
namespace {

constexpr const FigureKind* kinds[] = {
    &lines_kind, &strip_kind, &curve_kind, &map_kind, &threshold_kind, &panels_kind,
};

}  // namespace

std::span<const FigureKind* const> figure_kinds() { return kinds; }

const FigureKind& figure_kind_named(std::string_view name) {
  const auto* const found = std::ranges::find(kinds, name, &FigureKind::name);
  base::promise(found != std::end(kinds), "every kind of the schema is in the table");
  return **found;
}

std::string kinds_that(const std::function<bool(const FigureKind&)>& is_meant,
                       std::string_view FigureKind::*said) {
  std::vector<std::string_view> words;
  for (const FigureKind* kind : kinds) {
    if (is_meant(*kind)) words.push_back(kind->*said);
  }
  base::promise(!words.empty(), "some kind of figure is meant");
  const std::string last(words.back());
  words.pop_back();
  return words.empty() ? last : base::joined(words) + " and " + last;
}

}  // namespace lab::figure
