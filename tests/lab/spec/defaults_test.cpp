#include "lab/spec/defaults.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "lab/spec/fields.h"
#include "lab/spec/spec.pb.h"
#include "tasks/catalog/catalog.h"
#include "tasks/emptiness.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

/// What a field of a spec is that is taken; `task` is what stands in the task's block.
std::string value(const std::string& task, const std::string& path, const std::string& rest = "") {
  const std::string text = "task { " + task + " }\ntrain { steps: 1000 }\n" + rest;
  INFO(text);
  CHECK(lab_tests::complaint_about(text) == "no error");
  return parse_spec(text, "exp.textproto", ".").value_at(path).value_or("none");
}

std::string complaint(const std::string& task) {
  return lab_tests::complaint_about("task { " + task + " }\ntrain { steps: 1000 }\n");
}

}  // namespace

TEST_CASE("the difficulties trained on by default are among those that the task offers") {
  for (const auto& [task, high] :
       std::map<std::string, std::string>{{"parity { max_bits: 10 }", "10"},
                                          {"parity { max_bits: 30 }", "20"},
                                          {"sorting { values: 10 inputs: DISTINCT }", "10"},
                                          {"copy { values: 7 }", "7"},
                                          {"copy { items: REPEATED max_length: 9 }", "9"},
                                          {"list_hint { kind: COUNT values: 6 }", "6"},
                                          {"addition { max_digits: 5 }", "5"},
                                          {"boolean_and { places: 12 }", "12"},
                                          {"mode { max_length: 8 }", "8"},
                                          {"count_up { max_length: 9 }", "9"},
                                          {"count_up { numbers: 14 }", "7"},
                                          {"majority { max_bits: 7 }", "7"},
                                          {"parity_scratchpad { max_bits: 6 }", "6"},
                                          {"blocksworld { max_blocks: 5 }", "5"},
                                          {"plan_check { names: 6 }", "6"},
                                          {"blocksworld { names: 9 problems: LEXICOGRAPHIC }", "7"},
                                          {"parity {} difficulty { low: 30 }", "30"}}) {
    INFO(task);
    CHECK(value(task, "task.difficulty.high") == high);
    CHECK(value(task, "score.difficulties") == "[" + high + "]");
  }
  CHECK(value("blocksworld { problems: K_TOWERS towers: 3 } difficulty { high: 6 }",
              "task.difficulty.low") == "6");
}

TEST_CASE("a limit that is not set lets through what is trained on or asked") {
  CHECK(value("parity {} difficulty { high: 600 }", "task.parity.max_bits") == "600");
  CHECK(value("parity {}", "task.parity.max_bits", "score { difficulties: 600 }") == "600");
  CHECK(value("boolean_and {} difficulty { high: 30 }", "task.boolean_and.places") == "30");
  CHECK(value("copy {} difficulty { high: 120 }", "task.copy.values") == "120");
  CHECK(value("count_up {} difficulty { high: 250 }", "task.count_up.numbers") == "250");
  CHECK(value("blocksworld {} difficulty { high: 25 }", "task.blocksworld.max_blocks") == "25");
  CHECK(value("blocksworld { max_blocks: 40 } difficulty { high: 4 }", "task.blocksworld.names") ==
        "40");
  CHECK(value("sorting {} difficulty { high: 300 }", "model.max_positions") == "1024");
  CHECK(value("sorting {}", "model.max_positions", "score { range { low: 600 } }") == "2048");
}

TEST_CASE("sizes that are not set go with those that are") {
  CHECK(value("mode { values: 3 }", "task.mode.few") == "3");
  CHECK(value("mode { few: 60 }", "task.mode.values") == "60");
  CHECK(value("knowledge { relations: 4 }", "task.knowledge.out_degree") == "4");
  CHECK(value("knowledge { relations: 4 }", "task.knowledge.phi") == "1.8");
  CHECK(value("knowledge { out_degree: 30 }", "task.knowledge.relations") == "30");
  CHECK(value("comparison { entities: 5 }", "task.comparison.phi") == "1.5");
  CHECK(value("composition { entities: 8 }", "task.composition.items") == "83");
  CHECK(value("composition { formula: CHAIN hops: 6 }", "task.composition.entities") == "8");
  CHECK(value("scan { max_sentences: 1 }", "task.scan.validate_items") == "10");
  CHECK(value("scan { max_sentences: 3 }", "task.scan.train_items") == "20000");
  CHECK(value("parity {}", "model.heads", "model { width: 6 }") == "2");
  CHECK(value("parity {}", "model.heads", "model { width: 20 positions: ROTARY }") == "2");
}

TEST_CASE("the default number of items does not hang on whether a target can be met") {
  const std::string no_world = "task { composition { entities: 16 target { k: 1 share: 0 } } }\n";
  CHECK(parse_spec(no_world + "train { steps: 1000 }\n", "exp", ".")
            .value_at("task.composition.items") == "1300");
}

TEST_CASE("the warm-up is a tenth of few steps, and what is set and contradicts is refused") {
  const auto warmup = [](const std::string& train) {
    return parse_spec("task { parity {} }\ntrain { " + train + " }\n", "exp", ".")
        .value_at("train.warmup");
  };
  CHECK(warmup("steps: 20") == "2");
  CHECK(warmup("steps: 199") == "19");
  CHECK(warmup("steps: 200") == "200");
  CHECK(warmup("steps: 5") == "0");
  CHECK_THAT(lab_tests::complaint_about("task { parity {} }\ntrain { steps: 20 warmup: 200 }\n"),
             Catch::Contains("train.warmup (200) must be at most train.steps (20)"));
  CHECK_THAT(complaint("parity { max_bits: 10 } difficulty { high: 20 }"),
             Catch::Contains("task.difficulty.high (20) must be within the difficulties of parity, "
                             "1 to 10"));
  CHECK_THAT(complaint("mode { values: 3 few: 5 }"), Catch::Contains("few: must be in 2..values"));
}

TEST_CASE("a task of so few questions that none is held out is asked what it is trained on") {
  int without_test = 0;
  for (int bits = 1; bits <= 9; ++bits) {
    const std::string task = base::concat("parity { max_bits: ", bits, " }");
    const auto made = tasks::catalog::make_task(tasks::bits::ParityConfig{.max_bits = bits});
    const bool has_test = tasks::has_question(*made, tasks::Pool::test, bits);
    INFO(task);
    CHECK(value(task, "score.pools") == (has_test ? "[TEST]" : "[TRAIN]"));
    without_test += has_test ? 0 : 1;
  }
  CHECK(without_test >= 1);
  CHECK(without_test < 9);
}

TEST_CASE("hints keep to what they offer, and to names of their own") {
  const std::string text =
      "task { sorting {} }\nhint { parity { max_bits: 9 } }\nhint { list_hint { kind: COUNT } }\n"
      "hint { list_hint { kind: COUNT values: 5 } }\ntrain { steps: 1000 }\n";
  CHECK(lab_tests::complaint_about(text) == "no error");
  const Spec spec = parse_spec(text, "exp.textproto", ".");
  CHECK(spec.value_at("hint[0].difficulty.high") == "9");
  CHECK(spec.value_at("hint[1].name") == "count");
  CHECK(spec.value_at("hint[2].name") == "count_2");
  CHECK(spec.value_at("hint[2].difficulty.high") == "5");
}

TEST_CASE("a range that is scored begins at the fewest there can be, or ends where it begins") {
  CHECK(value("blocksworld {}", "score.difficulties", "score { range { high: 4 } }") ==
        "[2, 3, 4]");
  CHECK(value("parity {}", "score.difficulties", "score { range { low: 30 } }") == "[30]");
}

TEST_CASE("the canonical text means what the spec means, whatever small number a field has") {
  for (const std::string& kind : lab_tests::generated_kinds()) {
    const auto& block = *schema_field("task." + kind).message_type();
    for (int i = 0; i < block.field_count(); ++i) {
      const auto& field = *block.field(i);
      if (field.cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_INT32) continue;
      for (const std::string number : {"2", "3", "5", "10", "150"}) {
        const std::string path = "task." + kind + "." + field.name();
        INFO(path << " = " << number);
        Spec spec = parse_spec("task { " + kind + " {} }\ntrain { steps: 20 }\n", "exp", ".");
        try {
          spec = parse_spec(spec.run.text, "exp", ".", {path + "=" + number});
        } catch (const base::Error&) {  // beyond the field's own limits
          continue;
        }
        const Spec again = parse_spec(spec.run.text, "exp", ".");
        CHECK(again.filled == spec.filled);
        CHECK(again.run.fingerprint == spec.run.fingerprint);
      }
    }
  }
}

}  // namespace lab::spec
