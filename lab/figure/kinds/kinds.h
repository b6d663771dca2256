#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// Every kind of figure, in the order of the schema.
std::span<const FigureKind* const> figure_kinds();

/// The kind of this name in the schema. Promise: there is one.
const FigureKind& figure_kind_named(std::string_view name);

/// "LINES, MAP and THRESHOLD", "LINES and a STRIP": the kinds that are meant, of which there is one
/// at least, by their names or as they are called in a sentence.
std::string kinds_that(const std::function<bool(const FigureKind&)>& is_meant,
                       std::string_view FigureKind::*said);

}  // namespace lab::figure::kinds
