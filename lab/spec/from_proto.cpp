#include "lab/spec/convert.h"

#include "base/error.h"
#include "lab/spec/convert_tasks.h"
#include "lab/spec/document.h"
#include "lab/spec/text.h"

namespace lab {
namespace {

// protobuf hands out enum values that its own parser checked, so every switch below ends in a case.

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

model::Products plain(proto::Model::Products products) {
  switch (products) {
    case proto::Model::FLOAT32:
      return model::Products::float32;
    case proto::Model::BFLOAT16:
      return model::Products::bfloat16;
    case proto::Model::BFLOAT16_AMX:
      return model::Products::bfloat16_amx;
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
          .loops = model.loops(),
          .positions = plain(model.positions()),
          .logit_scale = plain(model.logit_scale()),
          .tau_start = model.tau_start(),
          .tied_embeddings = model.tied_embeddings(),
          .initial_scale = model.initial_scale(),
          .products = plain(model.products())};
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
          .log_every = train.log_every(),
          .keep = train.keep() == proto::Train::ALL ? Keep::all : Keep::last};
}

ScoreSpec plain_score(const proto::Score& score) {
  ScoreSpec result{.examples = score.examples(),
                   .difficulties = {score.difficulties().begin(), score.difficulties().end()},
                   .pools = {},
                   .every = score.every(),
                   .hints = score.hints(),
                   .facets = {score.facets().begin(), score.facets().end()}};
  for (int i = 0; i < score.pools_size(); ++i) result.pools.push_back(plain_pool(score.pools(i)));
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

/// Enumerators in tasks/ have the same names, in small letters.
tasks::Pool plain_pool(proto::Score::Pool pool) {
  return tasks::pool_named(small_letters(proto::Score::Pool_Name(pool)));
}

}  // namespace lab
