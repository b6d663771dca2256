#pragma once

namespace model::training {

/// AdamW (Loshchilov and Hutter 2019, 1711.05101, algorithm 2) on one flat vector.
struct AdamWConfig {
  double beta1 = 0.9;
  double beta2 = 0.98;
  double epsilon = 1e-8;
  double weight_decay = 0.01;       ///< times the learning rate, each step; matrices only
  double tau_rate_multiplier = 20;  ///< learning rate of tau relative to the rest
};

/// Calls visit(name, member) for each field, by its name in specs.
template <typename Visit>
void each_field(AdamWConfig& config, const Visit& visit) {
  visit("beta1", config.beta1);
  visit("beta2", config.beta2);
  visit("epsilon", config.epsilon);
  visit("weight_decay", config.weight_decay);
  visit("tau_rate_multiplier", config.tau_rate_multiplier);
}

/// How one optimizer step is made.
struct StepConfig {
  double learning_rate = 0;
  double clip = 0;           ///< largest gradient norm; 0: never clip
  double average_decay = 0;  ///< of the running average; at most t / (t + 9) at step t
  AdamWConfig adamw;
};

}  // namespace model::training
