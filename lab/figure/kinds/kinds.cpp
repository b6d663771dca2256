#include "lab/figure/kinds/kinds.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "lab/figure/kinds/curve.h"
#include "lab/figure/kinds/lines.h"
#include "lab/figure/kinds/map.h"
#include "lab/figure/kinds/panels.h"
#include "lab/figure/kinds/strip.h"
#include "lab/figure/kinds/survival.h"
#include "lab/figure/kinds/threshold.h"

namespace lab::figure::kinds {
namespace {

constexpr const FigureKind* table[] = {
    &lines_kind, &strip_kind, &curve_kind, &map_kind, &threshold_kind, &panels_kind, &survival_kind,
};

}  // namespace

std::span<const FigureKind* const> figure_kinds() { return table; }

const FigureKind& figure_kind_named(std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &FigureKind::name);
  base::promise(found != std::end(table), "every kind of the schema is in the table");
  return **found;
}

std::string kinds_that(const std::function<bool(const FigureKind&)>& is_meant,
                       std::string_view FigureKind::*said) {
  std::vector<std::string_view> words;
  for (const FigureKind* kind : table) {
    if (is_meant(*kind)) words.push_back(kind->*said);
  }
  base::promise(!words.empty(), "some kind of figure is meant");
  const std::string last(words.back());
  words.pop_back();
  return words.empty() ? last : base::joined(words) + " and " + last;
}

}  // namespace lab::figure::kinds
