#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"

namespace tasks::coverage {

/// A function of a finite domain whose labels come of calls, as of f2(f1(x1, x2), x3): by the codes
/// of its inputs (InputCodes).
struct CalledFunction {
  std::vector<int> sizes;          ///< values of each position
  std::vector<int> truth;          ///< labels
  std::vector<int> shown;          ///< labels in training: with its noise
  int calls = 1;                   ///< made for each input
  std::vector<std::int32_t> made;  ///< inputs x calls: which, counted from 0; those of one function
                                   ///< are numbered apart from those of another

  bool is_noisy(std::int64_t code) const {
    return shown[static_cast<std::size_t>(code)] != truth[static_cast<std::size_t>(code)];
  }
  std::span<const std::int32_t> made_for(std::int64_t code) const {
    return std::span(made).subspan(static_cast<std::size_t>(code * calls),
                                   static_cast<std::size_t>(calls));
  }
};

/// Training items that leave and those that take their place: one of each, or two.
struct Exchange {
  int items = 1;
  std::array<std::int64_t, 2> leave{}, come{};  ///< codes
};

/// A training set under exchange. What may be asked, the inputs all of whose calls are seen, stays
/// what it is in the set drawn first. Borrows the function.
class TrainingItems {
 public:
  /// `trained`: by code, whether an input is trained on.
  TrainingItems(const CalledFunction& function, std::vector<char> trained);

  const std::vector<char>& trained() const { return trained_; }
  bool has(std::int64_t code) const { return trained_[static_cast<std::size_t>(code)] != 0; }
  std::int64_t size() const { return std::ssize(items_); }

  /// By code, whether all calls are seen in training.
  const std::vector<char>& askable() const { return askable_; }
  std::int64_t asked() const { return std::ssize(askable_codes_) - size(); }  ///< and held out

  std::int64_t any_item(base::Random& random) const;  ///< a code, uniform
  /// One that may be asked, uniform; trained on or not.
  std::int64_t any_askable(base::Random& random) const;

  /// Whether every call is used as often after it as before.
  bool keeps_uses(const Exchange& exchange) const;
  /// Whether every call that is seen stays seen; of one item for another.
  bool keeps_seen(const Exchange& exchange) const;
  /// Whether as many labels are wrong in training after it as before.
  bool keeps_noise(const Exchange& exchange) const;
  /// Promise: what leaves is trained on, and what comes is not.
  void apply(const Exchange& exchange);

  /// How many of the uses of all calls went over to others, since the set was drawn.
  std::int64_t uses_moved() const;
  std::int64_t exchanged() const;  ///< items that were not drawn

 private:
  void put(std::int64_t leaves, std::int64_t comes);

  const CalledFunction& function_;
  std::vector<char> drawn_, trained_, askable_;
  std::vector<std::int64_t> items_, askable_codes_;
  std::vector<std::int32_t> place_;              // in items_, of each input that is trained on
  std::vector<std::int32_t> uses_, drawn_uses_;  // of each call
};

}  // namespace tasks::coverage
