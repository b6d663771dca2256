#pragma once
#include <array>
#include <string_view>

#include "model/arithmetic/arithmetic.h"
#include "model/layers/enumerators.h"

namespace model::layers {

/// What attention logits q.k / sqrt(D) are multiplied by; n = rows a query may see (causal prefix).
enum class LogitScale {
  one,            ///< nothing
  log_n,          ///< ln n (Chiang and Cholak 2022, 2202.12172), with ln 1 taken as for n = 2
  learned_log_n,  ///< 1 + tau ln n, one trained tau a block (tempered softmax; 2310.00726)
};

/// In order; specs write them in capitals.
constexpr auto names_of(LogitScale) {
  return std::to_array<std::string_view>({"one", "log_n", "learned_log_n"});
}
inline constexpr auto all_logit_scales = enumerators<LogitScale>([](LogitScale scale) {
  switch (scale) {
    case LogitScale::one:
    case LogitScale::log_n:
    case LogitScale::learned_log_n:
      return true;
  }
  return false;
});
static_assert(names_of(LogitScale{}).size() == all_logit_scales.size());

/// Whether each block trains a temperature, tau.
bool has_tau(LogitScale scale);

/// What the logits of a query that may see n rows are multiplied by, besides 1 / sqrt(D).
double logit_factor(LogitScale scale, arithmetic::Index n, double tau);

/// The derivative of logit_factor by tau.
double logit_factor_by_tau(LogitScale scale, arithmetic::Index n);

}  // namespace model::layers
