#include "lab/figure/row_filter.h"

#include <catch2/catch.hpp>

#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

using tests::scored;

std::string unknown(const RowFilter& filter) {
  KnownNames known;
  known.add(std::vector<store::ResultRow>{scored("none", 1, 5, 0, 1), scored("hint", 1, 5, 0, 1)});
  return tests::error_of([&] { check_known(filter, known, "f: series `x`"); });
}

}  // namespace

TEST_CASE("a name that is not known is refused with the nearest") {
  RowFilter filter{.sweeps = {"s"}, .where = {}, .task = "sorting", .difficulty = {}, .step = {}};
  filter.where = {{"arm", "hnt"}};
  CHECK(unknown(filter) == "3: f: series `x`: no value of arm `hnt` (did you mean `hint`?)");
  filter.where = {{"amr", "hint"}};
  CHECK(unknown(filter) == "3: f: series `x`: no axis `amr` (did you mean `arm`?)");
  filter.where = {{"arm", "hint"}};
  CHECK(unknown(filter) == "no error");
  filter.task = "copying";
  CHECK(unknown(filter) == "3: f: series `x`: no task `copying`; there are sorting");
  filter.sweeps = {"z"};
  CHECK(unknown(filter) == "3: f: series `x`: no sweep `z`; there are s");
}

TEST_CASE("where nothing is known there is nothing to suggest") {
  KnownNames known;
  known.sweeps.insert("s");
  known.tasks.insert("sorting");
  const RowFilter filter{
      .sweeps = {"s"}, .where = {{"arm", "a"}}, .task = "sorting", .difficulty = {}, .step = {}};
  CHECK(tests::error_of([&] { check_known(filter, known, "f"); }) == "3: f: no axis `arm`");
}

}  // namespace lab::figure
