#include "lab/spec/unread.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/spec/fields.h"
#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"
#include "lab/store/run_folder.h"
#include "lab/train/scoring.h"
#include "lab/train/train_run.h"
#include "lab/train/trainer.h"
#include "lab/train/training_data.h"
#include "tests/lab/spec/testing.h"

namespace lab::train {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Paths = std::vector<std::string>;

const std::string tail =
    "model { width: 8 heads: 2 blocks: 1 }\n"
    "train { steps: 6 batch: 8 lanes: 2 chunk_tokens: 8 }\n"
    "score { examples: 4 }\n";

/// Small, so that their worlds are made in a moment.
std::string small(const std::string& kind) {
  if (kind == "composition") return "entities: 6 items: 60 pool_items: 9";
  if (kind == "knowledge") return "entities: 12 relations: 5 pool_items: 9";
  if (kind == "comparison") return "entities: 12 values: 5 pool_items: 8";
  if (kind == "scan") return "train_items: 60 validate_items: 9";
  return "";
}

/// The values that a field may be set to beside its default; some may not go with the rest.
std::vector<std::string> others(const FieldDescriptor& field) {
  const auto& limits = field.options().GetExtension(proto::limits);
  std::vector<std::string> values;
  const auto add = [&](double number) {
    if (limits.low() <= number && number <= limits.high()) {
      values.push_back(base::concat(number));
    }
  };
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return {"true", "false"};
    case FieldDescriptor::CPPTYPE_ENUM:
      for (int i = 0; i < field.enum_type()->value_count(); ++i) {
        values.push_back(field.enum_type()->value(i)->name());
      }
      return values;
    case FieldDescriptor::CPPTYPE_DOUBLE: {
      const double usual = field.default_value_double();
      for (const double number : {0.01 * usual, 0.7 * usual, usual + 0.3}) add(number);
      return values;
    }
    case FieldDescriptor::CPPTYPE_INT32:
      for (const int n : {1, 2, 3, 5, field.default_value_int32() - 1}) add(n);
      add(2.0 * field.default_value_int32());
      return values;
    case FieldDescriptor::CPPTYPE_INT64:
      for (const int n : {1, 2, 3}) add(n);
      return values;
    default:
      return {"7"};
  }
}

/// The paths of all values of a spec whose task and hints are of these kinds.
void add_paths(const Descriptor& block, const std::string& path, const std::string& kind,
               Paths* paths) {
  for (int i = 0; i < block.field_count(); ++i) {
    const FieldDescriptor& field = *block.field(i);
    const std::string here = spec::field_path(path, field.name());
    if (here == "include" || here == "sweep" || here == "score.range" || here == "hint") continue;
    if (field.containing_oneof() != nullptr && field.name() != kind) continue;
    if (field.message_type() == nullptr) {
      paths->push_back(here);
    } else {
      add_paths(*field.message_type(), here, kind, paths);
    }
  }
}

Lesson lesson(const std::string& text, const spec::Overrides& sets) {
  return lesson_of_stored(spec::parse_spec(text + tail, "spec.textproto", ".", sets));
}

void add(const tasks::Example& example, std::string* said) {
  for (const auto* tokens : {&example.prompt, &example.answer}) {
    for (const tasks::Token token : *tokens) *said += base::concat(token, ' ');
    *said += '/';
  }
}

/// What is drawn to be trained on and to be asked, and what may be.
std::string drawn(const Lesson& lesson) {
  const Mixture& mixture = lesson.mixture;
  std::string said = base::concat(mixture.joint().vocabulary().size(), ' ');
  for (std::size_t part = 0; part < mixture.size(); ++part) {
    const auto [low, high] = mixture.task(part).difficulties();
    said += base::concat(low, ' ', high, ' ');
  }
  for (std::uint64_t i = 0; i < 40; ++i) add(training_example(lesson, i), &said);
  for (const QuestionSet& set : questions_to_score(lesson)) {
    said += base::concat('\n', set.part, ' ', tasks::name(set.pool), ' ', set.difficulty, ' ');
    for (const tasks::Example& example : set.questions) add(example, &said);
  }
  return said;
}

/// What comes of a run, and how long a question may be.
std::string trained(const Lesson& lesson) {
  const base::ScratchFolder scratch;
  train_run(lesson, {scratch.path(), 1, {}});
  const auto folder = store::run_folder(scratch.path(), lesson.spec.fingerprint);
  const auto last = store::checkpoint_folder(folder, store::checkpoint_steps(folder).back());
  std::string bits = base::read_file(folder / "scores.tsv");
  bits += base::read_file(last / "weights.safetensors");
  const std::string& name = lesson.spec.fingerprint;
  for (auto at = bits.find(name); at != bits.npos; at = bits.find(name))
    bits.erase(at, name.size());
  return bits + std::to_string(lesson.model.max_positions);
}

/// Whether this very field is refused.
bool is_unread(const spec::Spec& spec, const std::string& path) {
  try {
    spec::check_read(spec);
  } catch (const base::Error& error) {
    const std::string said = error.what();
    return said.find("error: " + path + " ") != said.npos;
  }
  return false;
}

enum class Verdict { changes, same, unread, impossible };

/// What setting a field does to a spec.
template <typename Outcome>
Verdict verdict_on(const std::string& text, const spec::Overrides& around, const std::string& set,
                   const std::string& before, const Outcome& outcome) {
  spec::Overrides sets = around;
  sets.push_back(set);
  try {
    const spec::Spec spec = spec::parse_spec(text + tail, "spec.textproto", ".", sets);
    const bool unread = is_unread(spec, set.substr(0, set.find('=')));
    const bool same = outcome(lesson_of_stored(spec)) == before;
    if (unread) {
      INFO("refused as unread: " << set);
      CHECK(same);
      return Verdict::unread;
    }
    return same ? Verdict::same : Verdict::changes;
  } catch (const base::Error&) {
    return Verdict::impossible;
  }
}

/// Checks of each path that some value changes the outcome, or is refused, all of them being told.
template <typename Outcome>
void check_paths(const std::string& text, const spec::Overrides& around, const Paths& paths,
                 const Outcome& outcome, int* changed) {
  std::string before;
  try {
    spec::check_read(spec::parse_spec(text + tail, "spec.textproto", ".", around));
    before = outcome(lesson(text, around));
  } catch (const base::Error&) {
    return;  // these do not go together, or are refused
  }
  const std::string whole = spec::parse_spec(text + tail, "spec", ".", around).run.fingerprint;
  for (const std::string& path : paths) {
    int same = 0, told = 0;
    for (const std::string& value : others(spec::schema_field(path))) {
      const std::string set = path + "=" + value;
      const Verdict verdict = verdict_on(text, around, set, before, outcome);
      if (verdict == Verdict::changes) ++*changed;
      if (verdict == Verdict::changes || verdict == Verdict::unread) {
        ++told;
        break;
      }
      spec::Overrides sets = around;
      sets.push_back(set);
      if (verdict == Verdict::same &&
          spec::parse_spec(text + tail, "spec", ".", sets).run.fingerprint != whole) {
        ++same;
      }
    }
    INFO(path << " in " << text << " with " << base::joined(around, ", "));
    CHECK((same == 0 || told > 0));
  }
}

Paths paths_of(const std::string& kind) {
  Paths paths;
  add_paths(*proto::Spec::descriptor(), "", kind, &paths);
  return paths;
}

/// Of the fields of a kind of task.
Paths kind_paths(const std::string& kind) {
  Paths paths = paths_of(kind);
  std::erase_if(paths,
                [&](const std::string& path) { return !path.starts_with("task." + kind + "."); });
  return paths;
}

}  // namespace

TEST_CASE("a field of a task changes what is drawn or is refused, whatever its enumerations say") {
  int changed = 0;
  for (const std::string& kind : lab_tests::generated_kinds()) {
    const std::string text =
        "task { " + kind + " { " + small(kind) + " } difficulty { high: 6 } }\n";
    const std::string free = "task { " + kind + " { " + small(kind) + " } }\n";
    const bool listed = !small(kind).empty();
    const Paths paths = kind_paths(kind);
    check_paths(listed ? free : text, {}, paths, drawn, &changed);
    for (const std::string& path : paths) {
      const FieldDescriptor& field = spec::schema_field(path);
      if (field.enum_type() == nullptr) continue;
      for (const std::string& value : others(field)) {
        check_paths(listed ? free : text, {path + "=" + value}, paths, drawn, &changed);
      }
    }
  }
  CHECK(changed > 500);
}

TEST_CASE("a field of a task changes what is drawn or is refused, whatever is trained and asked") {
  int changed = 0;
  for (const std::string kind : {"composition", "knowledge", "comparison"}) {
    const std::string text = "task { " + kind + " { " + small(kind) + " } }\n";
    for (const spec::Overrides& around :
         {spec::Overrides{"score.pools=[TRAIN]"},
          {"task.difficulty.high=1"},
          {"task.difficulty.low=2"},
          {"task.difficulty.high=1", "score.difficulties=[1, 2]"}}) {
      check_paths(text, around, kind_paths(kind), drawn, &changed);
    }
  }
  CHECK(changed > 20);
}

TEST_CASE("a field of a run changes its bits or is refused, whatever decides about it") {
  int changed = 0;
  const std::string text =
      "task { sorting { values: 8 } difficulty { low: 2 high: 4 } }\n"
      "hint { list_hint { kind: SUCCESSOR } difficulty { low: 1 high: 3 } }\n";
  Paths paths = paths_of("sorting");
  std::erase_if(paths, [](const std::string& path) { return path.starts_with("task.sorting"); });
  for (const std::string field :
       {"weight", "last_weight", "difficulty.low", "difficulty.high", "curriculum.first",
        "curriculum.steps", "lengths", "train_items", "name"}) {
    paths.push_back("hint[0]." + field);
  }
  for (const spec::Overrides& around : {spec::Overrides{},
                                        {"hint=[]"},
                                        {"hint[0].weight=0"},
                                        {"train.warmup=6"},
                                        {"train.schedule=CONSTANT"},
                                        {"train.schedule=LINEAR", "train.final_rate=1"},
                                        {"model.positions=LEARNED"},
                                        {"model.positions=LEARNED", "position_ids=RANDOM_SHIFT"},
                                        {"model.positions=ROTARY"},
                                        {"model.positions=ALIBI"},
                                        {"model.logit_scale=LEARNED_LOG_N"},
                                        {"train.average_decay=0.9", "score.every=2"}}) {
    check_paths(text, around, paths, trained, &changed);
  }
  CHECK(changed > 300);
}

}  // namespace lab::train
