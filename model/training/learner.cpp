#include "model/training/learner.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/parallel.h"
#include "model/arithmetic/choose_arithmetic.h"
#include "model/training/optimizer.h"
#include "model/transformer/decode.h"
#include "model/transformer/transformer.h"

namespace model::training {
namespace {

/// One worker's private memory: its gradient, and what it takes to compute it.
struct GradientLane {
  transformer::Trace<float> trace;
  layers::BlockScratch<float> scratch;
  layers::Flat<float> gradient;
  layers::LossSum loss;
};

}  // namespace

struct Learner::Parts {
  transformer::Transformer<float> transformer;
  std::vector<GradientLane> lanes;
  std::vector<Slice> slices;
  layers::Flat<float> gradient;
  int threads;
  std::vector<const float*> lane_gradients;  ///< working memory, as is the next
  std::vector<double> squares;

  /// work(chunk, lane) for every chunk: chunk i on lane i mod lanes, in order.
  template <typename Work>
  void on_lanes(std::span<const layers::Batch> chunks, const Work& work) {
    base::parallel_for(std::ssize(lanes), threads, [&](std::int64_t l) {
      const auto first = static_cast<std::size_t>(l);
      for (std::size_t i = first; i < chunks.size(); i += lanes.size()) work(i, lanes[first]);
    });
  }

  /// Fills `gradient` with that of the summed loss; returns the loss and the gradient's square sum.
  std::pair<layers::LossSum, double> gradient_of(std::span<const layers::Batch> chunks) {
    for (GradientLane& lane : lanes) lane.loss = {};
    base::parallel_for(std::ssize(lanes), threads, [&](std::int64_t l) {
      lanes[static_cast<std::size_t>(l)].gradient.assign(gradient.size(), 0);
    });
    on_lanes(chunks, [&](std::size_t i, GradientLane& lane) {
      transformer.forward(chunks[i], lane.trace, lane.scratch.attention);
      lane.loss += transformer.loss(chunks[i], lane.trace);
      transformer.backward(chunks[i], lane.trace, lane.scratch, lane.gradient);
    });
    layers::LossSum loss;
    lane_gradients.clear();
    for (const GradientLane& lane : lanes) {
      loss += lane.loss;
      lane_gradients.push_back(lane.gradient.data());
    }
    return {loss,
            add_up(transformer.arithmetic(), slices, lane_gradients, threads, squares, gradient)};
  }
};

Learner::Learner(const layers::TransformerConfig& config, int lanes, int threads,
                 std::span<const std::string> frozen) {
  base::require(lanes > 0, "train.lanes: must be > 0, got ", lanes);
  base::require(threads > 0, "threads: must be > 0, got ", threads);
  transformer::Transformer<float> transformer(config, arithmetic::choose_arithmetic());
  std::vector<Slice> slices = slices_of(transformer.parameters().layout, frozen);
  const auto size = static_cast<std::size_t>(transformer.parameters().layout.size());
  parts_ = std::make_unique<Parts>(Parts{std::move(transformer),
                                         std::vector<GradientLane>(static_cast<std::size_t>(lanes)),
                                         std::move(slices),
                                         layers::Flat<float>(size, 0),
                                         threads,
                                         {},
                                         {}});
}

Learner::~Learner() = default;
Learner::Learner(Learner&&) noexcept = default;

const layers::Layout& Learner::layout() const { return parts_->transformer.parameters().layout; }
const layers::TransformerConfig& Learner::config() const { return parts_->transformer.config(); }

TrainingState Learner::start(std::uint64_t seed, bool keep_average) const {
  TrainingState state;
  state.weights = layers::initial_weights<float>(config(), layout(), seed);
  state.first.assign(state.weights.size(), 0);
  state.second.assign(state.weights.size(), 0);
  if (keep_average) state.average = state.weights;
  return state;
}

StepReport Learner::step(std::span<const layers::Batch> chunks, const StepConfig& config,
                         TrainingState& state) {
  for (const layers::Batch& chunk : chunks) parts_->transformer.check(chunk);
  parts_->transformer.load(state.weights, parts_->threads);
  const auto [loss, squares] = parts_->gradient_of(chunks);
  base::promise(loss.weight > 0, "a step has target rows");
  const double norm = std::sqrt(squares) / loss.weight;
  base::require(std::isfinite(loss.nats) && std::isfinite(norm), "step ", state.step + 1,
                ": the loss or its gradient is not finite (lower train.learning_rate?)");
  const double clip = config.clip > 0 && norm > config.clip ? config.clip / norm : 1;
  adamw_step(parts_->transformer.arithmetic(), parts_->slices, config, parts_->gradient,
             clip / loss.weight, parts_->threads, state);
  return {loss, norm};
}

std::vector<std::vector<layers::Prediction>> Learner::predict(
    const layers::Flat<float>& weights, std::span<const layers::Batch> chunks) {
  for (const layers::Batch& chunk : chunks) parts_->transformer.check(chunk);
  parts_->transformer.load(weights, parts_->threads);
  std::vector<std::vector<layers::Prediction>> result(chunks.size());
  parts_->on_lanes(chunks, [&](std::size_t i, GradientLane& lane) {
    parts_->transformer.forward(chunks[i], lane.trace, lane.scratch.attention,
                                transformer::Keep::outcome);
    parts_->transformer.loss(chunks[i], lane.trace);
    for (std::size_t m = 0; m < lane.trace.best.size(); ++m) {
      result[i].push_back({lane.trace.best[m], lane.trace.nats[m]});
    }
  });
  return result;
}

std::vector<std::vector<int>> Learner::decode(const layers::Flat<float>& weights,
                                              std::span<const std::vector<int>> prompts,
                                              std::span<const int> limits, int end) {
  parts_->transformer.load(weights, parts_->threads);
  return transformer::decode(parts_->transformer, prompts, limits, end, parts_->threads);
}

}  // namespace model::training
