#include "lab/spec/unread.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/numbers.h"
#include "lab/spec/fields.h"
#include "lab/spec/spec.pb.h"
#include "lab/sweep/read_sweep.h"
#include "lab/train/lesson.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

/// A field that is not read everywhere, at one place where a spec may have it.
struct Conditional {
  std::string path;
  ReadIf condition;
};

void add_conditional(const Descriptor& block, const std::string& path,
                     std::vector<Conditional>* all) {
  for (int i = 0; i < block.field_count(); ++i) {
    const FieldDescriptor& field = *block.field(i);
    const std::string here = path + field.name();
    if (here == "hint" || here == "sweep") continue;
    if (!read_if(field).empty()) all->push_back({here, read_if(field)});
    if (field.message_type() != nullptr) add_conditional(*field.message_type(), here + ".", all);
  }
}

/// A path of a term as --set knows it.
std::string path_of(const Conditional& one, const std::string& path) {
  if (path.starts_with("part.")) return "task" + path.substr(path.find('.'));
  if (path.find('.') != std::string::npos || path == "hint") return path;
  return one.path.substr(0, one.path.rfind('.') + 1) + path;
}

std::string said_of(const std::string& text) {
  return lab_tests::first_line(lab_tests::complaint_about(text));
}

}  // namespace

TEST_CASE("the fields that are not read everywhere say where, by fields and values that exist") {
  std::vector<Conditional> all;
  add_conditional(*proto::Spec::descriptor(), "", &all);
  CHECK(all.size() >= 40);
  for (const Conditional& one : all) {
    for (const std::vector<ReadTerm>& any : one.condition) {
      for (const ReadTerm& term : any) {
        INFO(one.path << ": " << term.path);
        if (term.path == "part") continue;
        const FieldDescriptor& decider = schema_field(path_of(one, term.path));
        CHECK(term.values.empty() == (term.relation == ReadTerm::Relation::there));
        for (const std::string& value : term.values) {
          const bool is_enum = decider.enum_type() != nullptr;
          const bool is_number = base::number_in<double>(value).has_value();
          if (is_enum) CHECK(decider.enum_type()->FindValueByName(value) != nullptr);
          if (!is_enum && !is_number && value != "true") schema_field(path_of(one, value));
        }
      }
    }
  }
}

TEST_CASE("a field says in words where it is read") {
  const auto words = [](const std::string& path) { return in_words(read_if(schema_field(path))); };
  CHECK(words("task.sorting.density") == "inputs is FIXED_DENSITY");
  CHECK(words("task.sorting.max_length") ==
        "inputs is other than DISTINCT or max_length is below values");
  CHECK(words("train.final_rate") ==
        "schedule is COSINE or LINEAR, and warmup is below steps, and learning_rate is above 0");
  CHECK(words("score.hints") == "there is a hint");
  CHECK(words("task.weight") == "hint.weight is above 0 or hint.last_weight is above 0");
  CHECK(words("model.width").empty());
}

TEST_CASE("what a number, a list, another field or the hints decide is refused with the reason") {
  const std::string parity = "task { parity {} }\n", end = ": leave it out";
  CHECK_THAT(said_of(parity + "train { steps: 9 warmup: 9 final_rate: 0.1 }"),
             Catch::EndsWith("train.final_rate is read only where warmup is below steps, and it is "
                             "9" +
                             end));
  CHECK_THAT(said_of(parity + "train { steps: 90 }\nscore { every: 90 }"),
             Catch::EndsWith("score.every is read only where every is below train.steps, and it is "
                             "90" +
                             end));
  CHECK_THAT(said_of("task { parity {} weight: 2 }\ntrain { steps: 9 }"),
             Catch::EndsWith("task.weight is read only where hint.weight is above 0 or "
                             "hint.last_weight is above 0, and there is none" +
                             end));
  CHECK_THAT(said_of("task { parity {} weight: 2 }\nhint { majority {} weight: 0 }\n"
                     "train { steps: 9 }"),
             Catch::EndsWith("hint.weight is above 0 or hint.last_weight is above 0, and "
                             "hint.weight is 0" +
                             end));
  CHECK_THAT(said_of("task { composition { pool_items: 9 } }\ntrain { steps: 9 }\n"
                     "score { pools: TRAIN }"),
             Catch::EndsWith("task.composition.pool_items is read only where score.pools is other "
                             "than TRAIN, and it is TRAIN" +
                             end));
  CHECK_THAT(
      said_of("task { knowledge { phi: 3 } difficulty { high: 1 } }\ntrain { steps: 9 }"),
      Catch::EndsWith("task.knowledge.phi is read only where task.difficulty.high is above 1 "
                      "or score.difficulties is above 1, and task.difficulty.high is 1 and "
                      "score.difficulties is 1" +
                      end));
  CHECK_THAT(
      said_of("task { copy { values: 9 max_length: 9 } }\ntrain { steps: 9 }"),
      Catch::EndsWith("task.copy.max_length is read only where items is other than UNIQUE or "
                      "max_length is below values, and items is UNIQUE and max_length is 9" +
                      end));
  CHECK_THAT(
      said_of(parity + "train { steps: 9 learning_rate: 0 }\nadamw { beta1: 0.5 }"),
      Catch::EndsWith("adamw.beta1 is read only where train.learning_rate is above 0, and it "
                      "is 0" +
                      end));
}

TEST_CASE("a hint that is neither trained on nor asked is refused, one that is asked is taken") {
  const std::string text =
      "task { parity {} }\nhint { majority {} weight: 0 difficulty { high: 9 } }\n"
      "train { steps: 9 }\n";
  CHECK(lab_tests::complaint_about(text) == "no error");
  CHECK_THAT(said_of(text + "score { hints: false }\n"),
             Catch::EndsWith("2:20: error: hint[0] is neither trained on (weight 0) nor asked "
                             "(score.hints false): leave the hint out"));
}

TEST_CASE("what nothing reads is refused at the place where it is set") {
  CHECK(lab_tests::complaint_about(
            "task {\n  sorting { values: 9 density: 0.3 }\n}\ntrain { steps: 9 }\n") ==
        "exp.textproto:2:23: error: task.sorting.density is read only where inputs is "
        "FIXED_DENSITY, and it is UNIFORM: leave it out\n"
        "  sorting { values: 9 density: 0.3 }\n"
        "                      ^");
  CHECK(lab_tests::complaint_about(lab_tests::smallest + "position_ids: RANDOM_SHIFT\n") ==
        "exp.textproto:3:1: error: position_ids is read only where model.positions is LEARNED or "
        "SINUSOIDAL or ROTARY, and it is NONE: leave it out\n"
        "position_ids: RANDOM_SHIFT\n"
        "^");
}

TEST_CASE("a hint may take over what it does not read, and say it otherwise only where it does") {
  const std::string dense =
      "task { sorting { inputs: FIXED_DENSITY density: 0.3 } }\ntrain { steps: 900 }\n";
  const auto said = [&](const std::string& lists) {
    return lab_tests::first_line(lab_tests::complaint_about(dense + "hint { list_hint { " + lists +
                                                            " } difficulty { high: 9 } }\n"));
  };
  CHECK(said("inputs: UNIFORM") == "no error");
  CHECK(said("density: 0.4") == "no error");
  CHECK(said("inputs: UNIFORM density: 0.3") == "no error");
  CHECK_THAT(said("inputs: UNIFORM density: 0.4"),
             Catch::Contains("hint[0].list_hint.density is read only where inputs is "));
}

TEST_CASE("what an included file sets and reads is taken where its includer decides otherwise") {
  const lab_tests::TemporaryFolder folder;
  folder.write("both.textproto", "train { steps: 9 schedule: LINEAR final_rate: 0 }\n");
  folder.write("rate.textproto", "train { steps: 9 final_rate: 0 }\n");
  const auto said = [&](const std::string& include, const std::string& text) {
    const auto file =
        folder.write("exp.textproto", "include: '" + include + "'\ntask { parity {} }\n" + text);
    return lab_tests::complaint([&] { check_read(read_spec(file)); });
  };
  CHECK(said("both.textproto", "train { schedule: CONSTANT }") == "no error");
  CHECK_THAT(said("both.textproto", "train { schedule: CONSTANT final_rate: 0.5 }"),
             Catch::Contains("exp.textproto:3:28: error: train.final_rate is read only where"));
  folder.write("both.textproto", "train { steps: 9 schedule: CONSTANT final_rate: 0 }\n");
  CHECK_THAT(said("both.textproto", ""),
             Catch::Contains("both.textproto:1:37: error: train.final_rate is read only where"));
  CHECK(said("rate.textproto", "") == "no error");
  folder.write("constant.textproto", "train { steps: 9 schedule: CONSTANT }\n");
  CHECK_THAT(said("constant.textproto", "train { final_rate: 0 }"),
             Catch::Contains("exp.textproto:3:9: error: train.final_rate is read only where"));
}

TEST_CASE("what a file sets is taken where a sweep or --set decides otherwise, not what they set") {
  const std::string text =
      "task { parity {} }\ntrain { steps: 90 schedule: LINEAR final_rate: 0 }\nscore { every: 60 "
      "}\n";
  CHECK(lab_tests::complaint_about(text, {"train.schedule=CONSTANT"}) == "no error");
  CHECK(lab_tests::complaint_about(text, {"train.steps=50"}) == "no error");
  CHECK_THAT(lab_tests::complaint_about(text, {"train.schedule=CONSTANT", "train.final_rate=0.5"}),
             Catch::Contains("is read only where schedule is COSINE or LINEAR"));
  const auto swept = [&](const std::string& path, const std::string& values) {
    return lab_tests::complaint([&] {
      sweep::parse_sweep(text + "sweep { axis { path: '" + path + "' values: " + values + " } }\n",
                         "exp.textproto", ".");
    });
  };
  CHECK(swept("train.schedule", "['LINEAR', 'CONSTANT']") == "no error");
  CHECK(swept("train.steps", "['40', '80']") == "no error");
  CHECK_THAT(swept("model.tau_start", "['0.5', '0.7']"),
             Catch::Contains("model.tau_start (0.7, from sweep model.tau_start=0.7) is read only "
                             "where logit_scale is LEARNED_LOG_N, and it is ONE") &&
                 Catch::EndsWith("in the run `exp tau_start=0.7`"));
  CHECK_THAT(
      swept("train.log_every", "['3', '4']"),
      Catch::Contains("are the same run: what tells them apart decides none of its numbers"));
}

TEST_CASE("a run that stands in a folder may set what nothing reads") {
  const Spec spec = parse_spec(lab_tests::smallest, "spec.textproto", ".",
                               {"train.schedule=CONSTANT", "train.final_rate=0.5"});
  CHECK_THAT(lab_tests::complaint([&] { train::lesson_of(spec); }),
             Catch::Contains("train.final_rate (0.5, from --set train.final_rate=0.5) is read only "
                             "where schedule is "));
  CHECK(train::lesson_of_stored(spec).spec.fingerprint == spec.run.fingerprint);
  CHECK(train::lesson_of(spec.run).spec.fingerprint == spec.run.fingerprint);
}

}  // namespace lab::spec
