#include "model/training/optimizer.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "base/random.h"
#include "model/arithmetic/choose_arithmetic.h"
#include "model/training/learner.h"
#include "tests/model/layers/sample_batch.h"

namespace model::training {
namespace {

constexpr arithmetic::Index vocabulary = 700;  // times the width: more than one slice holds

/// A model with tensors of every role.
layers::TransformerConfig with_tau() {
  layers::TransformerConfig config;
  config.vocabulary = vocabulary;
  config.width = 16;
  config.heads = 2;
  config.hidden = 24;
  config.positions = layers::Positions::learned;
  config.max_positions = 64;
  config.logit_scale = layers::LogitScale::learned_log_n;
  return config;
}

/// Of every number of the flat vector: the role of the tensor it is of.
std::vector<layers::Role> roles_of(const layers::Layout& layout) {
  std::vector<layers::Role> roles(static_cast<std::size_t>(layout.size()));
  for (const layers::Tensor& tensor : layout.tensors()) {
    std::fill_n(roles.begin() + tensor.slot.offset, tensor.slot.size(), tensor.role);
  }
  return roles;
}

/// 1711.05101, algorithm 2, in doubles, a number at a time; with our running average beside it.
struct OneNumber {
  double weight = 0, first = 0, second = 0, average = 0;

  void step(double gradient, int t, layers::Role role, const StepConfig& config) {
    const AdamWConfig& adam = config.adamw;
    const double rate =
        config.learning_rate * (role == layers::Role::tau ? adam.tau_rate_multiplier : 1.0);
    const double decay = role == layers::Role::matrix ? rate * adam.weight_decay : 0.0;
    first = adam.beta1 * first + (1 - adam.beta1) * gradient;
    second = adam.beta2 * second + (1 - adam.beta2) * gradient * gradient;
    const double mean = first / (1 - std::pow(adam.beta1, t));
    const double square = second / (1 - std::pow(adam.beta2, t));
    weight = weight * (1 - decay) - rate * mean / (std::sqrt(square) + adam.epsilon);
    const double kept = std::min(config.average_decay, t / (t + 9.0));
    average = kept * average + (1 - kept) * weight;
  }
};

/// Every setting strong enough to be seen within a few steps; the average's warm-up is over after
/// the third.
StepConfig strong() {
  StepConfig config{.learning_rate = 0.02, .clip = 0, .average_decay = 0.3, .adamw = {}};
  config.adamw.epsilon = 0.01;
  config.adamw.weight_decay = 0.5;
  config.adamw.tau_rate_multiplier = 7;
  return config;
}

/// A gradient of -1 .. 1 for each number.
layers::Flat<float> random_gradient(std::size_t size, int step) {
  base::Random random(1, "gradients", static_cast<std::uint64_t>(step));
  layers::Flat<float> gradient(size);
  for (float& g : gradient) g = static_cast<float>(random.below(2001)) / 1000 - 1;
  return gradient;
}

/// What one step takes of the gradient: with beta1 = 0 the first moment is just that.
struct Taken {
  StepReport report;
  layers::Flat<float> gradient;

  double norm() const {
    double squares = 0;
    for (const float g : gradient) squares += double(g) * double(g);
    return std::sqrt(squares);
  }
};

Taken taken(std::span<const layers::Batch> chunks, double clip = 0) {
  Learner learner(with_tau(), 2, 1);
  TrainingState learned = learner.start(3);
  StepConfig config = strong();
  config.clip = clip;
  config.adamw.beta1 = 0;
  const StepReport report = learner.step(chunks, config, learned);
  return {report, learned.first};
}

/// `more` behind `batch`.
layers::Batch joined(layers::Batch batch, const layers::Batch& more) {
  const arithmetic::Index rows = batch.rows();
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(batch.tokens, more.tokens);
  append(batch.positions, more.positions);
  append(batch.targets, more.targets);
  append(batch.weights, more.weights);
  for (const arithmetic::Index row : more.target_rows) batch.target_rows.push_back(rows + row);
  for (std::size_t i = 1; i < more.starts.size(); ++i) {
    batch.starts.push_back(rows + more.starts[i]);
  }
  return batch;
}

}  // namespace

TEST_CASE("AdamW does what its paper says to every number of a model") {
  const Learner learner(with_tau(), 1, 1);
  const std::vector<layers::Role> roles = roles_of(learner.layout());
  for (const layers::Role role : {layers::Role::matrix, layers::Role::embedding, layers::Role::gain,
                                  layers::Role::bias, layers::Role::tau}) {
    REQUIRE(std::ranges::count(roles, role) > 0);
  }
  TrainingState learned = learner.start(3, true);
  std::vector<OneNumber> wanted;
  for (const float w : learned.weights) wanted.push_back({w, 0, 0, w});
  const double scale = 0.25;
  for (int t = 1; t <= 5; ++t) {
    const layers::Flat<float> gradient = random_gradient(roles.size(), t);
    adamw_step(arithmetic::choose_arithmetic(), slices_of(learner.layout()), strong(), gradient,
               scale, 1, learned);
    double worst = 0, worst_average = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      wanted[i].step(scale * double(gradient[i]), t, roles[i], strong());
      worst = std::max(worst, std::abs(double(learned.weights[i]) - wanted[i].weight));
      worst_average =
          std::max(worst_average, std::abs(double(learned.average[i]) - wanted[i].average));
    }
    CHECK(learned.step == t);
    CHECK(worst < 1e-5);
    CHECK(worst_average < 1e-5);
  }
}

TEST_CASE("moments that another run has begun are corrected by all their steps") {
  const Learner learner(with_tau(), 1, 1);
  TrainingState gone_on = learner.start(3, true), apart = gone_on;
  const auto step = [&](TrainingState& state, int t) {
    adamw_step(arithmetic::choose_arithmetic(), slices_of(learner.layout()), strong(),
               random_gradient(state.weights.size(), t), 1, 1, state);
  };
  for (int t = 1; t <= 3; ++t) {
    step(gone_on, t);
    step(apart, t);
  }
  apart.earlier_steps = apart.step;
  apart.step = 0;
  TrainingState forgotten = apart;
  forgotten.earlier_steps = 0;
  for (TrainingState* state : {&gone_on, &apart, &forgotten}) step(*state, 4);
  CHECK(apart.weights == gone_on.weights);
  CHECK(apart.average == gone_on.average);
  CHECK(apart.step == 1);
  CHECK(forgotten.weights != gone_on.weights);
}

TEST_CASE("frozen tensors keep their bits, and have no share in the gradient's norm") {
  const std::vector<std::string> frozen{"embedding", "block.0"};
  Learner all(with_tau(), 2, 1), some(with_tau(), 2, 1, frozen);
  const std::vector<layers::Batch> chunks{layers::sample_batch({3, 17}, int(vocabulary), 1)};
  const TrainingState before = all.start(3, true);
  TrainingState by_all = before, by_some = before;
  const double norm = all.step(chunks, strong(), by_all).gradient_norm;
  const double own_norm = some.step(chunks, strong(), by_some).gradient_norm;
  CHECK(own_norm < norm);
  CHECK(own_norm > 0);
  for (const layers::Tensor& tensor : some.layout().tensors()) {
    INFO(tensor.name);
    const bool stays = tensor.name == "embedding" || tensor.name.starts_with("block.0.");
    for (const auto part : {&TrainingState::weights, &TrainingState::average}) {
      const auto old = layers::matrix_of(before.*part, tensor.slot);
      const auto now = layers::matrix_of(by_some.*part, tensor.slot);
      const auto free = layers::matrix_of(by_all.*part, tensor.slot);
      const auto size = static_cast<std::size_t>(tensor.slot.size());
      CHECK(std::equal(now.data, now.data + size, old.data) == stays);
      if (!stays) CHECK(std::equal(now.data, now.data + size, free.data));
    }
  }
}

TEST_CASE("without a running average none comes into being") {
  const Learner learner(with_tau(), 1, 1);
  TrainingState learned = learner.start(3);
  const layers::Flat<float> gradient = random_gradient(learned.weights.size(), 1);
  adamw_step(arithmetic::choose_arithmetic(), slices_of(learner.layout()), strong(), gradient, 1, 1,
             learned);
  CHECK(learned.average.empty());
}

TEST_CASE("slices are the whole vector, in order, none across two tensors") {
  const Learner learner(with_tau(), 1, 1);
  const std::vector<layers::Role> roles = roles_of(learner.layout());
  arithmetic::Index at = 0;
  for (const Slice& slice : slices_of(learner.layout())) {
    REQUIRE(slice.offset == at);
    REQUIRE(slice.size > 0);
    REQUIRE(slice.size <= 8192);
    for (arithmetic::Index i = slice.offset; i < slice.offset + slice.size; ++i) {
      REQUIRE(slice.role == roles.at(static_cast<std::size_t>(i)));
    }
    at += slice.size;
  }
  CHECK(at == learner.layout().size());
  CHECK(slices_of(learner.layout()).size() > learner.layout().tensors().size());
}

TEST_CASE("a step takes the gradient of the mean loss, however its rows are cut into chunks") {
  const layers::Batch one = layers::sample_batch({9, 5}, vocabulary, 1),
                      other = layers::sample_batch({30}, vocabulary, 2);
  const Taken whole = taken(std::vector<layers::Batch>{joined(one, other)});
  CHECK(whole.report.gradient_norm == Approx(whole.norm()).epsilon(1e-4));
  for (const auto& chunks :
       {std::vector<layers::Batch>{one, other}, std::vector<layers::Batch>{other, one},
        std::vector<layers::Batch>{one, other, one, other}}) {
    const Taken cut = taken(chunks);
    CHECK(cut.report.loss.nats / cut.report.loss.weight ==
          Approx(whole.report.loss.nats / whole.report.loss.weight).epsilon(1e-4));
    double worst = 0;
    for (std::size_t i = 0; i < whole.gradient.size(); ++i) {
      worst = std::max(worst, std::abs(double(cut.gradient[i]) - double(whole.gradient[i])));
    }
    CHECK(worst < 1e-4 * whole.norm());
  }
}

TEST_CASE("a gradient longer than is allowed is shortened to that, and reported as it was") {
  const std::vector<layers::Batch> chunks{layers::sample_batch({9, 5}, vocabulary, 1)};
  const Taken whole = taken(chunks);
  const Taken clipped = taken(chunks, whole.norm() / 4), allowed = taken(chunks, whole.norm() * 4);
  CHECK(clipped.norm() == Approx(whole.norm() / 4).epsilon(1e-4));
  CHECK(clipped.report.gradient_norm == whole.report.gradient_norm);
  CHECK(allowed.gradient == whole.gradient);
}

}  // namespace model::training
