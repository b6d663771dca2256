#include "lab/spec/reference/typed.h"

#include <catch2/catch.hpp>

#include "lab/spec/fields.h"

namespace lab::spec::reference {
namespace {

using Json = nlohmann::ordered_json;

/// Whether JSON of a field's kind looks like this.
bool fits(FieldKind kind, const Json& value) {
  switch (kind) {
    case FieldKind::number:
      return value.is_number() || value == "inf";
    case FieldKind::word:
      return value.is_boolean() || (value.is_string() && value.get<std::string>()[0] != '"');
    case FieldKind::text:
      return value.is_string() && value.get<std::string>()[0] != '"';
    case FieldKind::list:
      return value.is_array();
    case FieldKind::block:
      return false;
  }
  return false;
}

TEST_CASE("every field of a spec of every task has a value of its kind, and no literal leaves") {
  std::size_t seen = 0;
  for (const std::string& kind : task_kinds()) {
    if (kind == "file") continue;  // wants a file
    const Spec spec = parse_spec("task { " + kind + " {} }", kind + ".textproto", ".");
    for (const auto& [path, text] : spec.filled) {
      INFO(path << " " << text);
      REQUIRE(kind_of_field(path));
      CHECK(fits(*kind_of_field(path), typed_value(path, text)));
      ++seen;
    }
  }
  CHECK(seen > 800);
}

TEST_CASE("a text is what was typed, whatever letters it has, also in a table") {
  const std::string name = "d\xC3\xA9j\xC3\xA0 \"vu\" \\ 'x'";
  Spec spec = parse_spec("task { parity {} }", "x", ".", {"name=" + name});
  CHECK(typed_value("name", *spec.value_at("name")) == name);
  CHECK(cell_of("name", *spec.value_at("name")) == name);
  CHECK(typed_fields(spec)["name"] == name);
  CHECK(cell_of("model.width", *spec.value_at("model.width")) == *spec.value_at("model.width"));
}

TEST_CASE("numbers are numbers and lists are lists of them") {
  const Spec spec = parse_spec(
      "task { sorting {} }", "x", ".",
      {"train.learning_rate=1e-3", "score.difficulties=[3, 6]", "score.pools=[TRAIN, TEST]",
       "seed=18446744073709551615", "train.frozen=[\"block.0\", \"block.1\"]"});
  const auto value = [&](const std::string& path) {
    return typed_value(path, spec.value_at(path).value());
  };
  CHECK(value("train.learning_rate") == 0.001);
  CHECK(value("score.difficulties") == Json{3, 6});
  CHECK(value("score.pools") == Json{"TRAIN", "TEST"});
  CHECK(value("seed").dump() == "18446744073709551615");
  CHECK(value("train.frozen") == Json{"block.0", "block.1"});
  CHECK(typed_fields(spec)["score.difficulties"] == Json{3, 6});
}

TEST_CASE("of what no spec has the kind is unknown") {
  CHECK(!kind_of_field("model.widht"));
  CHECK(!kind_of_field("hint[x].weight"));
  CHECK(kind_of_field("hint") == FieldKind::block);
  CHECK(kind_of_field("score.difficulties") == FieldKind::list);
}

}  // namespace
}  // namespace lab::spec::reference
