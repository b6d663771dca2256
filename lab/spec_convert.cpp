#include "lab/spec_convert.h"

#include "base/error.h"
#include "lab/spec_document.h"

namespace lab {
namespace {

// protobuf hands out enum values that its own parser checked, so every switch below ends in a case.

tasks::ListInputs plain(proto::ListInputs inputs) {
  switch (inputs) {
    case proto::UNIFORM:
      return tasks::ListInputs::uniform;
    case proto::DISTINCT:
      return tasks::ListInputs::distinct;
    case proto::FIXED_DENSITY:
      return tasks::ListInputs::fixed_density;
    case proto::DUPLICATE_RICH:
      return tasks::ListInputs::duplicate_rich;
  }
  return {};
}

tasks::ListHint plain(proto::ListHint::Kind kind) {
  switch (kind) {
    case proto::ListHint::IDENTITY_SUCCESSOR:
      return tasks::ListHint::identity_successor;
    case proto::ListHint::SORTED_SUFFIX:
      return tasks::ListHint::sorted_suffix;
    case proto::ListHint::SUCCESSOR:
      return tasks::ListHint::successor;
    case proto::ListHint::PREDECESSOR:
      return tasks::ListHint::predecessor;
    case proto::ListHint::COUNT:
      return tasks::ListHint::count;
    case proto::ListHint::FILL:
      return tasks::ListHint::fill;
    case proto::ListHint::MINIMUM:
      return tasks::ListHint::minimum;
    case proto::ListHint::MAXIMUM:
      return tasks::ListHint::maximum;
    case proto::ListHint::IDENTITY_COPY:
      return tasks::ListHint::identity_copy;
    case proto::ListHint::PARITY_OF_LENGTH:
      return tasks::ListHint::parity_of_length;
  }
  return {};
}

model::Positions plain(proto::Model::Positions positions) {
  switch (positions) {
    case proto::Model::NONE:
      return model::Positions::none;
    case proto::Model::LEARNED:
      return model::Positions::learned;
    case proto::Model::SINUSOIDAL:
      return model::Positions::sinusoidal;
    case proto::Model::ROTARY:
      return model::Positions::rotary;
    case proto::Model::ALIBI:
      return model::Positions::alibi;
  }
  return {};
}

model::LogitScale plain(proto::Model::LogitScale scale) {
  switch (scale) {
    case proto::Model::ONE:
      return model::LogitScale::one;
    case proto::Model::LOG_N:
      return model::LogitScale::log_n;
    case proto::Model::LEARNED_LOG_N:
      return model::LogitScale::learned_log_n;
  }
  return {};
}

PositionIds plain(proto::PositionIds ids) {
  switch (ids) {
    case proto::PLAIN:
      return PositionIds::plain;
    case proto::RANDOM_SHIFT:
      return PositionIds::random_shift;
  }
  return {};
}

Schedule plain(proto::Train::Schedule schedule) {
  switch (schedule) {
    case proto::Train::CONSTANT:
      return Schedule::constant;
    case proto::Train::COSINE:
      return Schedule::cosine;
    case proto::Train::LINEAR:
      return Schedule::linear;
  }
  return {};
}

tasks::Pool plain(proto::Score::Pool pool) {
  switch (pool) {
    case proto::Score::TRAIN:
      return tasks::Pool::train;
    case proto::Score::VALIDATE:
      return tasks::Pool::validate;
    case proto::Score::TEST:
      return tasks::Pool::test;
  }
  return {};
}

tasks::IndexHints plain(proto::IndexHints hints) {
  switch (hints) {
    case proto::OFF:
      return tasks::IndexHints::off;
    case proto::ON:
      return tasks::IndexHints::on;
  }
  return {};
}

tasks::CopyItems plain(proto::Copy::Items items) {
  switch (items) {
    case proto::Copy::UNIQUE:
      return tasks::CopyItems::unique;
    case proto::Copy::REPEATED:
      return tasks::CopyItems::repeated;
  }
  return {};
}

tasks::ModeItems plain(proto::Mode::Items items) {
  switch (items) {
    case proto::Mode::FEW:
      return tasks::ModeItems::few;
    case proto::Mode::ANY:
      return tasks::ModeItems::any;
  }
  return {};
}

tasks::DigitOrder plain(proto::Addition::Order order) {
  switch (order) {
    case proto::Addition::FORWARD:
      return tasks::DigitOrder::forward;
    case proto::Addition::REVERSED:
      return tasks::DigitOrder::reversed;
  }
  return {};
}

tasks::AdditionDigits plain(proto::Addition::Digits digits) {
  switch (digits) {
    case proto::Addition::UNIFORM_DIGITS:
      return tasks::AdditionDigits::uniform;
    case proto::Addition::BALANCED_CARRIES:
      return tasks::AdditionDigits::balanced_carries;
  }
  return {};
}

/// Lists and ListHint draw their lists by the same four fields.
template <typename Drawn>
tasks::ListConfig plain_lists(const Drawn& lists) {
  return {.values = lists.values(),
          .inputs = plain(lists.inputs()),
          .density = lists.density(),
          .max_length = lists.max_length()};
}

/// "sorting, parity, ...": what a part may be.
std::string task_kinds() {
  const auto* kinds = proto::Part::descriptor()->FindOneofByName("kind");
  std::string names;
  for (int i = 0; i < kinds->field_count(); ++i) {
    names += (i == 0 ? "" : ", ") + kinds->field(i)->name();
  }
  return names;
}

tasks::TaskConfig plain_task(const proto::Part& part, const std::string& path,
                             const Origins& origins) {
  switch (part.kind_case()) {
    case proto::Part::kSorting:
      return plain_lists(part.sorting());
    case proto::Part::kParity:
      return tasks::ParityConfig{.max_bits = part.parity().max_bits()};
    case proto::Part::kListHint:
      return tasks::ListHintConfig{.kind = plain(part.list_hint().kind()),
                                   .lists = plain_lists(part.list_hint())};
    case proto::Part::kParityScratchpad:
      return tasks::ParityScratchpadConfig{.max_bits = part.parity_scratchpad().max_bits(),
                                           .hints = plain(part.parity_scratchpad().hints())};
    case proto::Part::kCopy:
      return tasks::CopyConfig{.items = plain(part.copy().items()),
                               .values = part.copy().values(),
                               .max_length = part.copy().max_length(),
                               .hints = plain(part.copy().hints())};
    case proto::Part::kCountUp:
      return tasks::CountUpConfig{.numbers = part.count_up().numbers(),
                                  .max_length = part.count_up().max_length()};
    case proto::Part::kMode:
      return tasks::ModeConfig{.items = plain(part.mode().items()),
                               .values = part.mode().values(),
                               .few = part.mode().few(),
                               .max_length = part.mode().max_length()};
    case proto::Part::kMajority:
      return tasks::MajorityConfig{.max_bits = part.majority().max_bits()};
    case proto::Part::kBooleanAnd:
      return tasks::BooleanAndConfig{.places = part.boolean_and().places()};
    case proto::Part::kAddition:
      return tasks::AdditionConfig{.order = plain(part.addition().order()),
                                   .hints = plain(part.addition().hints()),
                                   .digits = plain(part.addition().digits()),
                                   .max_digits = part.addition().max_digits()};
    case proto::Part::KIND_NOT_SET:
      break;
  }
  origins.fail_at({path}, path + ": a task must be given: " + task_kinds());
}

MixturePart plain_part(const proto::Part& part, const std::string& path, const Origins& origins) {
  return {.name = part.name(),
          .task = plain_task(part, path, origins),
          .weight = part.weight(),
          .difficulty = {part.difficulty().low(), part.difficulty().high()}};
}

model::TransformerConfig plain_model(const proto::Model& model) {
  return {.vocabulary = 0,
          .max_positions = model.max_positions(),
          .width = model.width(),
          .heads = model.heads(),
          .hidden = model.hidden(),
          .blocks = model.blocks(),
          .positions = plain(model.positions()),
          .logit_scale = plain(model.logit_scale()),
          .tau_start = model.tau_start(),
          .tied_embeddings = model.tied_embeddings(),
          .initial_scale = model.initial_scale(),
          .products = model.products() == proto::Model::BFLOAT16 ? model::Products::bfloat16
                                                                 : model::Products::float32};
}

TrainSpec plain_train(const proto::Train& train, const proto::AdamW& adamw) {
  return {.steps = train.steps(),
          .batch = train.batch(),
          .lanes = train.lanes(),
          .chunk_tokens = train.chunk_tokens(),
          .learning_rate = train.learning_rate(),
          .final_rate = train.final_rate(),
          .warmup = train.warmup(),
          .schedule = plain(train.schedule()),
          .clip = train.clip(),
          .average_decay = train.average_decay(),
          .adamw = {.beta1 = adamw.beta1(),
                    .beta2 = adamw.beta2(),
                    .epsilon = adamw.epsilon(),
                    .weight_decay = adamw.weight_decay(),
                    .tau_rate_multiplier = adamw.tau_rate_multiplier()},
          .checkpoint_every = train.checkpoint_every(),
          .log_every = train.log_every()};
}

ScoreSpec plain_score(const proto::Score& score) {
  ScoreSpec result{.examples = score.examples(),
                   .difficulties = {score.difficulties().begin(), score.difficulties().end()},
                   .pools = {},
                   .every = score.every(),
                   .hints = score.hints()};
  for (int i = 0; i < score.pools_size(); ++i) result.pools.push_back(plain(score.pools(i)));
  return result;
}

}  // namespace

RunSpec plain_spec(const proto::Spec& spec, const Origins& origins) {
  RunSpec result;
  result.name = spec.name();
  result.seed = spec.seed();
  result.data_seed = spec.data_seed();
  result.score_seed = spec.score_seed();
  result.main = plain_part(spec.task(), "task", origins);
  for (int i = 0; i < spec.hint_size(); ++i) {
    result.hints.push_back(plain_part(spec.hint(i), item("hint", i), origins));
  }
  result.model = plain_model(spec.model());
  result.position_ids = plain(spec.position_ids());
  result.train = plain_train(spec.train(), spec.adamw());
  result.score = plain_score(spec.score());
  return result;
}

}  // namespace lab
