#include "tasks/coverage/training_items.h"

#include <algorithm>
#include <cstdlib>

namespace tasks::coverage {

TrainingItems::TrainingItems(const CalledFunction& function, std::vector<char> trained)
    : function_(function),
      drawn_(trained),
      trained_(std::move(trained)),
      askable_(trained_.size()),
      place_(trained_.size()) {
  std::int32_t most = -1;
  for (const std::int32_t call : function.made) most = std::max(most, call);
  uses_.resize(static_cast<std::size_t>(most) + 1);
  for (std::int64_t code = 0; code < std::ssize(trained_); ++code) {
    if (!has(code)) continue;
    place_[static_cast<std::size_t>(code)] = static_cast<std::int32_t>(items_.size());
    items_.push_back(code);
    for (const std::int32_t call : function.made_for(code)) ++uses_[static_cast<std::size_t>(call)];
  }
  drawn_uses_ = uses_;
  const auto is_seen = [this](std::int32_t call) {
    return uses_[static_cast<std::size_t>(call)] > 0;
  };
  for (std::int64_t code = 0; code < std::ssize(trained_); ++code) {
    if (!std::ranges::all_of(function.made_for(code), is_seen)) continue;
    askable_[static_cast<std::size_t>(code)] = 1;
    askable_codes_.push_back(code);
  }
}

std::int64_t TrainingItems::any_item(base::Random& random) const {
  return items_[static_cast<std::size_t>(random.below(size()))];
}

std::int64_t TrainingItems::any_askable(base::Random& random) const {
  return askable_codes_[static_cast<std::size_t>(random.below(std::ssize(askable_codes_)))];
}

bool TrainingItems::keeps_uses(const Exchange& exchange) const {
  const auto call_of = [&](std::int64_t code, int i) {
    return function_.made_for(code)[static_cast<std::size_t>(i)];
  };
  for (int i = 0; i < function_.calls; ++i) {
    std::array<std::int32_t, 2> before{-1, -1}, after{-1, -1};
    for (std::size_t item = 0; item < static_cast<std::size_t>(exchange.items); ++item) {
      before[item] = call_of(exchange.leave[item], i);
      after[item] = call_of(exchange.come[item], i);
    }
    if (before != after && before != std::array{after[1], after[0]}) return false;
  }
  return true;
}

bool TrainingItems::keeps_seen(const Exchange& exchange) const {
  const auto comes = function_.made_for(exchange.come[0]);
  return std::ranges::all_of(function_.made_for(exchange.leave[0]), [&](std::int32_t call) {
    return uses_[static_cast<std::size_t>(call)] > 1 || std::ranges::count(comes, call) > 0;
  });
}

bool TrainingItems::keeps_noise(const Exchange& exchange) const {
  int change = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(exchange.items); ++i) {
    change += function_.is_noisy(exchange.come[i]) ? 1 : 0;
    change -= function_.is_noisy(exchange.leave[i]) ? 1 : 0;
  }
  return change == 0;
}

void TrainingItems::put(std::int64_t leaves, std::int64_t comes) {
  const std::int32_t place = place_[static_cast<std::size_t>(leaves)];
  trained_[static_cast<std::size_t>(leaves)] = 0;
  trained_[static_cast<std::size_t>(comes)] = 1;
  items_[static_cast<std::size_t>(place)] = comes;
  place_[static_cast<std::size_t>(comes)] = place;
  for (const std::int32_t call : function_.made_for(leaves))
    --uses_[static_cast<std::size_t>(call)];
  for (const std::int32_t call : function_.made_for(comes)) ++uses_[static_cast<std::size_t>(call)];
}

void TrainingItems::apply(const Exchange& exchange) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(exchange.items); ++i) {
    put(exchange.leave[i], exchange.come[i]);
  }
}

std::int64_t TrainingItems::uses_moved() const {
  std::int64_t changes = 0;
  for (std::size_t i = 0; i < uses_.size(); ++i) changes += std::abs(uses_[i] - drawn_uses_[i]);
  return changes / 2;  // what one loses another gains
}

std::int64_t TrainingItems::exchanged() const {
  std::int64_t others = 0;
  for (const std::int64_t code : items_) others += drawn_[static_cast<std::size_t>(code)] == 0;
  return others;
}

}  // namespace tasks::coverage
