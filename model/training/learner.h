#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/layers/batch.h"
#include "model/training/step_config.h"
#include "model/training/training_state.h"

namespace model::training {

/// What one optimizer step met.
struct StepReport {
  layers::LossSum loss;
  double gradient_norm = 0;  ///< of the mean gradient of what is not frozen, before clipping
};

/// Trains, scores and decodes on `threads` threads. Holds lanes (one worker's activations and
/// gradient each), sized on first use and reused. Results depend on the number of lanes, never on
/// the number of threads.
class Learner {
 public:
  /// `frozen`: tensors that no step changes (layers/tensor_names.h). Throws base::Error naming the
  /// field if the config is impossible.
  Learner(const layers::TransformerConfig& config, int lanes, int threads,
          std::span<const std::string> frozen = {});
  ~Learner();
  Learner(Learner&&) noexcept;

  const layers::Layout& layout() const;
  const layers::TransformerConfig& config() const;

  /// Step 0: weights drawn from (seed, tensor name), moments zero.
  TrainingState start(std::uint64_t seed, bool keep_average = false) const;

  /// One AdamW step on the mean loss over all target rows of `chunks` (chunk i is always worked by
  /// lane i mod lanes, in order). Throws base::Error, leaving `state` as it was, if the loss or
  /// the gradient is not finite.
  StepReport step(std::span<const layers::Batch> chunks, const StepConfig& config,
                  TrainingState& state);

  /// One forward pass for each chunk; result[i][m] belongs to target row m of chunk i.
  std::vector<std::vector<layers::Prediction>> predict(const layers::Flat<float>& weights,
                                                       std::span<const layers::Batch> chunks);

  /// Greedy decoding with a key-value cache: continues each prompt until `end` (kept) or its limit
  /// of new tokens. Position ids of the continuation go on by one from the prompt's.
  std::vector<std::vector<int>> decode(const layers::Flat<float>& weights,
                                       std::span<const std::vector<int>> prompts,
                                       std::span<const int> limits, int end);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace model::training
