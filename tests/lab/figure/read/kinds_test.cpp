#include "lab/figure/kinds/kinds.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lab/figure/read/figures.h"
#include "lab/figure/read/figures.pb.h"

namespace lab::figure::read {
namespace {

const google::protobuf::EnumDescriptor& schema() { return *proto::Figure::Kind_descriptor(); }

}  // namespace

TEST_CASE("the kinds of figures are those of the schema, in its order") {
  REQUIRE(std::ssize(kinds::figure_kinds()) == schema().value_count());
  for (int i = 0; i < schema().value_count(); ++i) {
    const FigureKind& kind = *kinds::figure_kinds()[static_cast<std::size_t>(i)];
    CHECK(kind.name == schema().value(i)->name());
    CHECK(&kinds::figure_kind_named(kind.name) == &kind);
    CHECK(kind.called.ends_with(kind.name));
  }
}

TEST_CASE("a figure that names no kind is drawn as the schema's default") {
  const FigureFile file = parse_figures(
      "headline: 'h' paper: 'p' finding: 'o' figure { name: 'a' x_label: 'x' rows { task: 't' } "
      "series { label: 'b' } }",
      "f.textproto");
  CHECK(file.figures.at(0).kind->name == proto::Figure::Kind_Name(proto::Figure().kind()));
}

TEST_CASE("a figure is of the kind that the file names") {
  for (const FigureKind* kind : kinds::figure_kinds()) {
    const std::string name(kind->name);
    const std::string axes =
        kind->quantity == Quantity::threshold ? " x_axis: 'n' y_axis: 'm'" : "";
    const std::string series = "series { label: 'b' }";
    const FigureFile file = parse_figures(
        "headline: 'h' paper: 'p' finding: 'o' figure { name: 'a' kind: " + name + axes +
            " x_label: 'x' rows { task: 't' difficulty: 2 } " +
            (kind->takes_panels ? "panel { title: 'q' " + series + " }" : series) + " }",
        "f.textproto");
    CHECK(file.figures.at(0).kind == kind);
  }
}

TEST_CASE("kinds are listed as in a sentence") {
  const auto one_of = [](std::vector<std::string_view> names) {
    return [names](const FigureKind& kind) { return std::ranges::count(names, kind.name) > 0; };
  };
  CHECK(kinds::kinds_that(one_of({"MAP"}), &FigureKind::called) == "a MAP");
  CHECK(kinds::kinds_that(one_of({"STRIP", "LINES"}), &FigureKind::called) == "LINES and a STRIP");
  CHECK(kinds::kinds_that(one_of({"MAP", "CURVE", "LINES"}), &FigureKind::name) ==
        "LINES, CURVE and MAP");
}

}  // namespace lab::figure::read
