#include "lab/spec/plan/settings.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::spec::plan {

TEST_CASE("settings are read back from their text, in order") {
  const Settings settings{{"z", "a=b"}, {"a", ""}, {"m", "[1, 2]"}};
  CHECK(text_of(settings) == "z=a=b;a=;m=[1, 2]");
  CHECK(settings_in(text_of(settings), "here") == settings);
  CHECK(text_of({}) == "");
  CHECK(settings_in("", "here").empty());
}

TEST_CASE("a setting without an equals sign is named with its place") {
  CHECK_THROWS_WITH(settings_in("a=1;b", "scores.tsv"),
                    "scores.tsv: column settings: wanted axis=value, found `b`");
}

TEST_CASE("settings tell the value on an axis, and that there is no such axis") {
  const Settings settings{{"width", "64"}, {"heads", "2"}};
  CHECK(value_on(settings, "heads") == "2");
  CHECK_FALSE(value_on(settings, "width ").has_value());
  CHECK(label_of(settings, ", ") == "width=64, heads=2");
}

}  // namespace lab::spec::plan
