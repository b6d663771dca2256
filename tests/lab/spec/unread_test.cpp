#include "lab/spec/unread.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/text.h"
#include "lab/spec/fields.h"
#include "lab/spec/spec.pb.h"
#include "lab/train/lesson.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;

/// A field that is not read everywhere, at one place where a spec may have it.
struct Conditional {
  std::string path;
  std::string task;  ///< the spec's, "parity"
  ReadIf condition;
};

/// All of them: below the task, for each kind of task, and in the rest of a spec.
void add_conditional(const Descriptor& block, const std::string& path, const std::string& task,
                     std::vector<Conditional>* all) {
  for (int i = 0; i < block.field_count(); ++i) {
    const FieldDescriptor& field = *block.field(i);
    const std::string here = path + field.name();
    if (here == "hint" || here == "sweep") continue;
    const bool is_kind = field.containing_oneof() != nullptr;
    if (const auto condition = read_if(field)) all->push_back({here, task, *condition});
    if (field.message_type() == nullptr) continue;
    add_conditional(*field.message_type(), here + ".", is_kind ? field.name() : task, all);
  }
}

std::vector<Conditional> all_conditional() {
  std::vector<Conditional> all;
  add_conditional(*proto::Spec::descriptor(), "", "parity", &all);
  return all;
}

std::string decider_of(const Conditional& one) {
  if (one.condition.path.find('.') != std::string::npos) return one.condition.path;
  return one.path.substr(0, one.path.rfind('.') + 1) + one.condition.path;
}

/// The values that decide; none where a list does.
std::vector<std::string> deciding(const Conditional& one) {
  std::vector<std::string> names;
  if (one.condition.values.empty()) return names;
  const EnumDescriptor* values = schema_field(decider_of(one)).enum_type();
  REQUIRE(values != nullptr);
  for (int i = 0; i < values->value_count(); ++i) names.push_back(values->value(i)->name());
  return names;
}

bool reads(const Conditional& one, const std::string& value) {
  return std::ranges::count(one.condition.values, value) > 0;
}

/// Values within the limits, near the default where there is one, that are not it.
std::vector<std::string> others(const FieldDescriptor& field) {
  const auto& limits = field.options().GetExtension(proto::limits);
  const auto numbers = [&](auto smaller, auto usual, auto larger) {
    if (!field.has_default_value()) return std::vector{std::string("20")};
    if (usual <= limits.low()) return std::vector{std::to_string(larger)};
    return std::vector{std::to_string(smaller), std::to_string(larger)};
  };
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return {field.default_value_bool() ? "false" : "true"};
    case FieldDescriptor::CPPTYPE_ENUM:
      return {field.enum_type()->value(field.default_value_enum()->index() == 0 ? 1 : 0)->name()};
    case FieldDescriptor::CPPTYPE_DOUBLE: {
      const double usual = field.default_value_double();
      return numbers(0.7 * usual, usual, usual + 0.3);
    }
    case FieldDescriptor::CPPTYPE_INT32: {
      const int usual = field.default_value_int32();
      return numbers(usual - 1, usual, usual + 1);
    }
    default:
      return {"7"};
  }
}

std::string another(const FieldDescriptor& field) { return others(field).front(); }

std::string default_text(const Conditional& one, const Overrides& around) {
  const Spec spec = parse_spec("task { " + one.task + " {} }\n", "exp.textproto", ".", around);
  return spec.value_at(one.path).value();
}

/// What is said of a spec that sets the field to `value`.
std::string complaint_of(const Conditional& one, Overrides around, const std::string& value) {
  around.push_back(one.path + "=" + value);
  const std::string text = "task { " + one.task + " {} }\n";
  return lab_tests::first_line(
      lab_tests::complaint([&] { check_read(parse_spec(text, "exp.textproto", ".", around)); }));
}

using Texts = std::vector<std::vector<int>>;

/// Some questions with their answers; none where the pool has next to none.
void add_questions(const tasks::Task& task, tasks::Pool pool, int difficulty, Texts* texts) {
  try {
    const std::int64_t count = tasks::available(task, pool, difficulty, 5000);
    texts->push_back({static_cast<int>(count)});
    for (int i = 0; i < std::min<std::int64_t>(count, 40); ++i) {
      const tasks::Example example =
          tasks::example_at(task, pool, difficulty, 1, static_cast<std::uint64_t>(i));
      texts->push_back(example.prompt);
      texts->push_back(example.answer);
    }
  } catch (const base::Error&) {
    texts->push_back({});
  }
}

/// How hard a task can be, what it asks, and what it expects.
Texts questions(const std::string& kind, const Overrides& sets) {
  const std::string few = kind == "scan" ? "train_items: 40 validate_items: 9" : "";
  const Spec spec =
      parse_spec("task { " + kind + " { " + few + " } }\n", "exp.textproto", ".", sets);
  const auto task = tasks::catalog::make_task(spec.run.main.task);
  const tasks::Range offered = task->difficulties();
  Texts texts{{offered.low, offered.high}};
  for (int n = offered.low; n <= std::min(offered.high, 8); ++n) {
    for (const tasks::Pool pool : tasks::all_pools) {
      if (tasks::has_pool(*task, pool)) add_questions(*task, pool, n, &texts);
    }
  }
  return texts;
}

/// Whether one of its other values changes them.
bool changes_questions(const std::string& kind, const FieldDescriptor& field) {
  return std::ranges::any_of(others(field), [&](const std::string& value) {
    try {
      return questions(kind, {"task." + kind + "." + field.name() + "=" + value}) !=
             questions(kind, {});
    } catch (const base::Error&) {  // it does not fit the others' defaults
      return false;
    }
  });
}

}  // namespace

TEST_CASE("the fields that are not read everywhere say where, by fields and values that exist") {
  const std::vector<Conditional> all = all_conditional();
  CHECK(all.size() >= 20);
  for (const Conditional& one : all) {
    INFO(one.path);
    const FieldDescriptor& decider =
        schema_field(one.condition.values.empty() ? one.condition.path : decider_of(one));
    CHECK(decider.is_repeated() == one.condition.values.empty());
    const std::vector<std::string> known = deciding(one);
    for (const std::string& value : one.condition.values) {
      CHECK(std::ranges::count(known, value) == 1);
    }
    CHECK(one.condition.values.size() <= known.size());
    CHECK((known.empty() || one.condition.values.size() < known.size()));
  }
}

TEST_CASE("a field is taken where it is read, and refused elsewhere but at its default") {
  for (const Conditional& one : all_conditional()) {
    const std::string value = another(schema_field(one.path));
    for (const std::string& decided : deciding(one)) {
      const Overrides around{decider_of(one) + "=" + decided};
      INFO(one.path << " where " << around[0]);
      CHECK(complaint_of(one, around, default_text(one, around)) == "no error");
      const std::string said = complaint_of(one, around, value);
      if (reads(one, decided)) {
        CHECK(said == "no error");
      } else {
        CHECK_THAT(said, Catch::Contains(one.path + " (") &&
                             Catch::EndsWith(" is read only where " + in_words(one.condition) +
                                             ", and it is " + decided + ": leave it out"));
      }
    }
    if (!one.condition.values.empty()) continue;
    INFO(one.path);
    CHECK(complaint_of(one, {one.condition.path + "=[{parity {}}]"}, value) == "no error");
    CHECK_THAT(complaint_of(one, {}, value), Catch::EndsWith("and there is none: leave it out"));
  }
}

TEST_CASE("no question of a task hangs on a field where it is not read, and some where it is") {
  for (const Conditional& one : all_conditional()) {
    if (one.condition.values.empty() || !one.path.starts_with("task.")) continue;
    if (one.task == "plan_check" && one.path.ends_with("trace_content")) continue;  // has no trace
    const std::string value = another(schema_field(one.path));
    for (const std::string& decided : deciding(one)) {
      INFO(one.path << " = " << value << " where " << decider_of(one) << " = " << decided);
      const std::string decision = decider_of(one) + "=" + decided;
      try {
        const bool differs = questions(one.task, {decision, one.path + "=" + value}) !=
                             questions(one.task, {decision});
        CHECK(differs == reads(one, decided));
      } catch (const base::Error&) {  // told by the task itself
        CHECK_FALSE(reads(one, decided));
      }
    }
  }
}

TEST_CASE("every field of a task that is said to be read everywhere changes its questions") {
  for (const std::string& kind : task_kinds()) {
    const Descriptor& block = *schema_field("task." + kind).message_type();
    for (int i = 0; i < block.field_count(); ++i) {
      const FieldDescriptor& field = *block.field(i);
      if (read_if(field) || (kind == "plan_check" && field.name() == "trace")) continue;  // refused
      INFO(kind << "." << field.name());
      CHECK(changes_questions(kind, field));
    }
  }
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
