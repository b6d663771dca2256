#include "lab/spec/spec.h"

#include <catch2/catch.hpp>
#include <optional>

#include "base/text.h"
#include "lab/spec/spec.pb.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

/// All fields of all messages that a spec is made of.
std::vector<const FieldDescriptor*> schema_fields() {
  std::vector<const FieldDescriptor*> fields;
  const auto* file = lab::proto::Spec::descriptor()->file();
  for (int i = 0; i < file->message_type_count(); ++i) {
    const Descriptor* message = file->message_type(i);
    if (message == lab::proto::Limits::descriptor()) continue;
    for (int k = 0; k < message->field_count(); ++k) fields.push_back(message->field(k));
  }
  return fields;
}

/// The default of a number that has limits; no value for other types and for 64-bit seeds.
std::optional<double> default_number(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return field.default_value_double();
    case FieldDescriptor::CPPTYPE_INT32:
      return field.default_value_int32();
    case FieldDescriptor::CPPTYPE_INT64:
      return static_cast<double>(field.default_value_int64());
    default:
      return std::nullopt;
  }
}

}  // namespace

TEST_CASE("a spec's fields arrive in the plain structs") {
  const auto spec = checked(lab::spec::read_spec(golden_specs() / "everything.textproto"));
  CHECK(spec.name == "every field");
  CHECK(spec.seed == 1);
  CHECK(spec.data_seed == 2);
  CHECK(spec.score_seed == 3);
  const auto& sorting = std::get<tasks::lists::SortingConfig>(spec.main.task);
  CHECK(sorting.values == 50);
  CHECK(sorting.inputs == tasks::lists::ListInputs::fixed_density);
  CHECK(sorting.density == 0.25);
  CHECK(sorting.max_length == 120);
  CHECK(spec.main.name == "sort");
  CHECK(spec.main.weight == 3);
  CHECK(spec.main.difficulty == tasks::Range{2, 30});
  REQUIRE(spec.hints.size() == 2);
  const auto& hint = std::get<tasks::lists::ListHintConfig>(spec.hints[0].task);
  CHECK(hint.kind == tasks::lists::ListHint::successor);
  CHECK(hint.lists.values == 60);
  CHECK(hint.lists.inputs == tasks::lists::ListInputs::duplicate_rich);
  CHECK(spec.hints[0].weight == 0.5);
  CHECK(spec.hints[0].difficulty == tasks::Range{4, 25});
  CHECK(std::get<tasks::bits::ParityConfig>(spec.hints[1].task).max_bits == 40);
}

TEST_CASE("the model and score fields arrive in the plain structs") {
  const auto lesson =
      lab::train::lesson_of(lab::spec::read_spec(golden_specs() / "everything.textproto"));
  const auto& spec = lesson.spec;
  CHECK(lesson.model.width == 96);
  CHECK(lesson.model.heads == 6);
  CHECK(lesson.model.hidden == 200);
  CHECK(lesson.model.blocks == 3);
  CHECK(lesson.model.positions == model::layers::Positions::learned);
  CHECK(lesson.model.logit_scale == model::layers::LogitScale::learned_log_n);
  CHECK(lesson.model.tau_start == 0.75);
  CHECK_FALSE(lesson.model.tied_embeddings);
  CHECK(lesson.model.initial_scale == 0.5);
  CHECK(lesson.model.max_positions == 300);
  CHECK(spec.position_ids == lab::spec::PositionIds::random_shift);
  CHECK(spec.score.examples == 50);
  CHECK(spec.score.difficulties == std::vector<int>{20, 60, 100});
  CHECK(spec.score.pools == std::vector{tasks::Pool::validate, tasks::Pool::test});
  CHECK(spec.score.every == 500);
  CHECK_FALSE(spec.score.hints);
}

TEST_CASE("the training fields arrive in the plain structs") {
  const auto train = checked(lab::spec::read_spec(golden_specs() / "everything.textproto")).train;
  CHECK(train.steps == 2000);
  CHECK(train.batch == 32);
  CHECK(train.lanes == 2);
  CHECK(train.chunk_tokens == 512);
  CHECK(train.learning_rate == 3e-4);
  CHECK(train.final_rate == 0.1);
  CHECK(train.warmup == 100);
  CHECK(train.schedule == lab::spec::Schedule::linear);
  CHECK(train.clip == 0.5);
  CHECK(train.average_decay == 0.99);
  CHECK(train.checkpoint_every == 250);
  CHECK(train.log_every == 10);
  CHECK(train.adamw.beta1 == 0.8);
  CHECK(train.adamw.beta2 == 0.95);
  CHECK(train.adamw.epsilon == 1e-9);
  CHECK(train.adamw.weight_decay == 0.1);
  CHECK(train.adamw.tau_rate_multiplier == 10);
}

TEST_CASE("products in bfloat16 are chosen by name, and are another run") {
  const std::string rest = "task { sorting {} } train { steps: 1000 }";
  const auto plain = spec_of(rest + " model { products: FLOAT32 }");
  const auto rounding = lesson_from(rest + " model { products: BFLOAT16 }");
  const auto& rounded = rounding.spec;
  CHECK(rounding.model.products == model::layers::ProductPrecision::bfloat16);
  CHECK(plain.fingerprint == spec_of(rest).fingerprint);
  CHECK(rounded.fingerprint != plain.fingerprint);
  const auto tiles = lesson_from(rest + " model { products: BFLOAT16_AMX }");
  CHECK(tiles.model.products == model::layers::ProductPrecision::bfloat16_amx);
  CHECK(tiles.spec.fingerprint != rounded.fingerprint);
}

TEST_CASE("the schema's defaults of tasks and models are those of the plain structs") {
  const auto lesson = lesson_from("task { sorting {} } train { steps: 1000 }");
  const auto& spec = lesson.spec;
  const model::layers::TransformerConfig model;
  const tasks::lists::ListConfig lists;
  const auto& sorting = std::get<tasks::lists::SortingConfig>(spec.main.task);
  CHECK(sorting.values == lists.values);
  CHECK(sorting.inputs == lists.inputs);
  CHECK(sorting.density == lists.density);
  CHECK(sorting.max_length == lists.max_length);
  CHECK(spec.main.weight == lab::spec::MixturePart{}.weight);
  CHECK(spec.main.difficulty == lab::spec::MixturePart{}.difficulty);
  CHECK(lesson.model.max_positions == model.max_positions);
  CHECK(lesson.model.width == model.width);
  CHECK(lesson.model.heads == model.heads);
  CHECK(lesson.model.hidden == model.hidden);
  CHECK(lesson.model.blocks == model.blocks);
  CHECK(lesson.model.positions == model.positions);
  CHECK(lesson.model.logit_scale == model.logit_scale);
  CHECK(lesson.model.tau_start == model.tau_start);
  CHECK(lesson.model.tied_embeddings == model.tied_embeddings);
  CHECK(lesson.model.initial_scale == model.initial_scale);
  CHECK(lesson.model.products == model.products);
  CHECK(spec.position_ids == lab::spec::PositionIds::plain);
}

TEST_CASE("the schema's defaults of training and scoring are those of the plain structs") {
  const auto spec = spec_of(smallest);
  const lab::spec::TrainSpec train;
  CHECK(spec.train.batch == train.batch);
  CHECK(spec.train.lanes == train.lanes);
  CHECK(spec.train.chunk_tokens == train.chunk_tokens);
  CHECK(spec.train.learning_rate == train.learning_rate);
  CHECK(spec.train.final_rate == train.final_rate);
  CHECK(spec.train.warmup == train.warmup);
  CHECK(spec.train.schedule == train.schedule);
  CHECK(spec.train.clip == train.clip);
  CHECK(spec.train.average_decay == train.average_decay);
  CHECK(spec.train.checkpoint_every == train.checkpoint_every);
  CHECK(spec.train.log_every == train.log_every);
  CHECK(spec.train.adamw.beta1 == train.adamw.beta1);
  CHECK(spec.train.adamw.beta2 == train.adamw.beta2);
  CHECK(spec.train.adamw.epsilon == train.adamw.epsilon);
  CHECK(spec.train.adamw.weight_decay == train.adamw.weight_decay);
  CHECK(spec.train.adamw.tau_rate_multiplier == train.adamw.tau_rate_multiplier);
  CHECK(spec.score.examples == lab::spec::ScoreSpec{}.examples);
  CHECK(spec.score.pools == lab::spec::ScoreSpec{}.pools);
  CHECK(spec.score.hints == lab::spec::ScoreSpec{}.hints);
}

TEST_CASE("every number of the schema states limits, and its default keeps to them") {
  for (const auto* field : schema_fields()) {
    const auto number = default_number(*field);
    if (!number) continue;
    INFO(field->full_name());
    REQUIRE(field->options().HasExtension(lab::proto::limits));
    const auto& limits = field->options().GetExtension(lab::proto::limits);
    CHECK(limits.low() < limits.high());
    if (!field->has_default_value()) continue;
    CHECK(limits.low() <= *number);
    CHECK(*number <= limits.high());
  }
}

TEST_CASE("what depends on other fields follows them") {
  const auto lesson = lesson_from(
      "task { sorting { values: 30 inputs: DISTINCT } difficulty { low: 2 high: 11 } }\n"
      "hint { list_hint { kind: COUNT } }\n"
      "hint { list_hint { kind: FILL values: 100 } difficulty { high: 5 } }\n"
      "model { width: 32 } train { steps: 1000 }");
  const auto& spec = lesson.spec;
  CHECK(spec.name == "exp");
  CHECK(lesson.model.hidden == 128);
  CHECK(spec.score.difficulties == std::vector<int>{11});
  CHECK(spec.main.name == "sorting");
  REQUIRE(spec.hints.size() == 2);
  CHECK(spec.hints[0].name == "count");
  CHECK(spec.hints[0].difficulty == tasks::Range{2, 11});
  CHECK(std::get<tasks::lists::ListHintConfig>(spec.hints[0].task).lists.values == 30);
  CHECK(spec.hints[1].difficulty == tasks::Range{2, 5});
  const auto& fill = std::get<tasks::lists::ListHintConfig>(spec.hints[1].task);
  CHECK(fill.lists.values == 100);
  CHECK(fill.lists.inputs == tasks::lists::ListInputs::distinct);
}

TEST_CASE("every pool of the program has its name in specs, and the reverse") {
  const auto* pools = lab::proto::Score::Pool_descriptor();
  REQUIRE(pools->value_count() == std::ssize(tasks::all_pools));
  for (const tasks::Pool pool : tasks::all_pools) {
    const auto& value = *pools->value(static_cast<int>(pool));
    CHECK(base::small_letters(value.name()) == tasks::name(pool));
    CHECK(value.number() == static_cast<int>(pool) + 1);
  }
}

TEST_CASE("the default name of a part is its task's") {
  for (const auto& entry : tasks::catalog::catalog()) {
    const auto task = tasks::catalog::make_task(entry.config);
    CHECK(entry.name == task->name());
  }
  const auto* kinds = lab::proto::ListHint::Kind_descriptor();
  for (int i = 0; i < kinds->value_count(); ++i) {
    const auto spec =
        spec_of(smallest, {"task={list_hint {kind: " + kinds->value(i)->name() + "}}"});
    CHECK(spec.main.name == tasks::catalog::make_task(spec.main.task)->name());
  }
  const auto* formulas = lab::proto::Composition::Formula_descriptor();
  for (int i = 0; i < formulas->value_count(); ++i) {
    const std::string formula = formulas->value(i)->name();
    const auto spec =
        spec_of(smallest, {"task={composition {entities: 8 items: 90 formula: " + formula + "}}"});
    CHECK(spec.main.name == tasks::catalog::make_task(spec.main.task)->name());
  }
}
