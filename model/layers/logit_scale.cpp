#include "model/layers/logit_scale.h"

#include <algorithm>
#include <cmath>

namespace model::layers {

bool has_tau(LogitScale scale) {
  switch (scale) {
    case LogitScale::one:
    case LogitScale::log_n:
      return false;
    case LogitScale::learned_log_n:
      return true;
  }
  return false;
}

double logit_factor(LogitScale scale, arithmetic::Index n, double tau) {
  switch (scale) {
    case LogitScale::one:
      break;
    case LogitScale::log_n:
      return std::log(double(std::max<arithmetic::Index>(n, 2)));
    case LogitScale::learned_log_n:
      return 1 + tau * std::log(double(n));
  }
  return 1;
}

double logit_factor_by_tau(LogitScale scale, arithmetic::Index n) {
  switch (scale) {
    case LogitScale::one:
    case LogitScale::log_n:
      break;
    case LogitScale::learned_log_n:
      return std::log(double(n));
  }
  return 0;
}

}  // namespace model::layers
