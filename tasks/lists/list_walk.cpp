#include "tasks/lists/list_walk.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tasks/lists/growing_rows.h"

namespace tasks::lists {
namespace {

using Weights = std::vector<double>;

std::size_t at(std::int64_t place) { return static_cast<std::size_t>(place); }

/// A place, drawn in proportion to its weight; nothing if all are zero.
std::optional<int> drawn(const Weights& weights, base::Random& random) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (total <= 0) return std::nullopt;
  double left = random.uniform() * total;
  int last = 0;
  for (int place = 0; place < std::ssize(weights); ++place) {
    if (weights[at(place)] <= 0) continue;
    last = place;
    left -= weights[at(place)];
    if (left < 0) break;
  }
  return last;
}

/// Which value may follow which; row 0 says which may be first, row 1 + v what follows v.
class Steps {
 public:
  /// `may(before, next)` of allowed values; `before` is -1 for none.
  template <typename May>
  Steps(int values, const May& may) : values_(values) {
    for (Token before = -1; before < values; ++before) {
      for (Token next = 0; next < values; ++next) may_.push_back(may(before, next));
    }
  }
  int values() const { return values_; }
  bool may(Token before, Token next) const {
    return may_[at(std::int64_t{before + 1} * values_ + next)];
  }

 private:
  int values_;
  std::vector<char> may_;
};

/// Brings numbers near 1: the power of two they were divided by.
int scaled(Weights* weights) {
  const double top = *std::ranges::max_element(*weights);
  if (top <= 0) return 0;
  const int exponent = std::ilogb(top);
  for (double& weight : *weights) weight = std::ldexp(weight, -exponent);
  return exponent;
}

/// Ways to go on in a sorted list that has some items left.
struct SortedRow {
  Weights after;     ///< by 1 + the last value: of all ways; times 2^exponent
  Weights run;       ///< by the next value: of those ways that go on with it
  int exponent = 0;  ///< of `after`
  bool any = false;  ///< whether there is a way at all
};

/// A question of other values, as often as those of the prompt.
Example sorted_like(int all_values, const ListQuestion& question, std::span<const Token> prompt,
                    base::Random& random) {
  const auto counts = multiplicities(parts_of(ListTokens{all_values}, prompt)->items);
  std::vector<Token> values = sample_list({.values = all_values, .inputs = ListInputs::distinct},
                                          static_cast<int>(counts.size()), random);
  std::ranges::sort(values);
  std::vector<Token> items;
  auto value = values.begin();
  for (const auto& [item, count] : counts) items.insert(items.end(), at(count), *value++);
  random.shuffle(std::span<Token>(items));
  return question(std::move(items), random);
}

/// Of lists that are drawn in ways that are not counted.
class LikeSampler final : public FragmentSampler {
 public:
  LikeSampler(int values, ListQuestion question)
      : values_(values), question_(std::move(question)) {}

  std::optional<Example> allowed(int /*difficulty*/, base::Random& /*random*/) const override {
    return std::nullopt;
  }
  Example like(std::span<const Token> prompt, base::Random& random) const override {
    return sorted_like(values_, question_, prompt, random);
  }

 private:
  int values_;
  ListQuestion question_;
};

class SortedSampler final : public FragmentSampler {
 public:
  SortedSampler(const ListConfig& config, const AllowedFragments& allowed, const SortedKinds& kinds,
                ListQuestion question)
      : config_(config),
        question_(std::move(question)),
        steps_(config.values,
               [&](Token before, Token next) {
                 const bool pair =
                     before < 0 ||
                     (before < next && allowed.allows(kinds.neighbours, fragment_of(before, next)));
                 return pair && allowed.allows(kinds.value, fragment_of(next));
               }),
        rows_(list_lengths(config).high, [this](int left) { return row(left); }) {
    double ways = 1;  // m items in a row are the same list in m! orders of drawing
    for (int m = 1; m <= most_copies(); ++m) {
      ways /= m;
      copies_.push_back(allowed.allows(kinds.copies, fragment_of(m)) ? ways : 0);
    }
  }

  std::optional<Example> allowed(int difficulty, base::Random& random) const override {
    std::vector<Token> items;
    Token last = -1;
    for (int left = difficulty; left > 0;) {
      const auto next = drawn(next_weights(last, left), random);
      if (!next) return std::nullopt;
      last = *next;
      const auto extra = drawn(copies_weights(last, left), random);
      if (!extra) return std::nullopt;
      items.insert(items.end(), at(*extra + 1), last);
      left -= *extra + 1;
    }
    random.shuffle(std::span<Token>(items));
    return question_(std::move(items), random);
  }

  Example like(std::span<const Token> prompt, base::Random& random) const override {
    return sorted_like(config_.values, question_, prompt, random);
  }

 private:
  int most_copies() const {
    constexpr int beyond = 170;  // 1 / m! of a larger m is no number
    const int longest = config_.inputs == ListInputs::distinct ? 1 : list_lengths(config_).high;
    return std::min(longest, beyond);
  }

  /// Of 1, 2, ... copies of the value that comes next.
  Weights copies_weights(Token value, int left) const {
    Weights weights;
    const int exponent = rows_.at(left).exponent;
    for (int m = 1; m <= std::min<int>(left, static_cast<int>(copies_.size())); ++m) {
      const SortedRow& rest = rows_.at(left - m);
      weights.push_back(
          std::ldexp(copies_[at(m - 1)] * rest.after[at(value + 1)], rest.exponent - exponent));
    }
    return weights;
  }

  Weights next_weights(Token last, int left) const {
    Weights weights = rows_.at(left).run;
    for (Token next = 0; next < steps_.values(); ++next) {
      if (!steps_.may(last, next)) weights[at(next)] = 0;
    }
    return weights;
  }

  SortedRow row(int left) const {
    const int values = steps_.values();
    SortedRow row{Weights(at(values) + 1, 1), Weights(at(values), 0), 0, true};
    if (left == 0) return row;
    const int most = std::min<int>(left, static_cast<int>(copies_.size()));
    std::optional<int> largest;
    for (int m = 1; m <= most; ++m) {
      const SortedRow& rest = rows_.at(left - m);
      if (rest.any) largest = std::max(largest.value_or(rest.exponent), rest.exponent);
    }
    for (int m = 1; largest && m <= most; ++m) {
      const SortedRow& rest = rows_.at(left - m);
      const double ways = std::ldexp(copies_[at(m - 1)], rest.exponent - *largest);
      for (int v = 0; v < values; ++v) row.run[at(v)] += ways * rest.after[at(v + 1)];
    }
    for (Token last = -1; last < values; ++last) {
      double& sum = row.after[at(last + 1)] = 0;
      for (Token next = 0; next < values; ++next) {
        if (steps_.may(last, next)) sum += row.run[at(next)];
      }
    }
    row.any = std::ranges::any_of(row.after, [](double ways) { return ways > 0; });
    row.exponent = scaled(&row.after) + largest.value_or(0);
    return row;
  }

  ListConfig config_;
  ListQuestion question_;
  Steps steps_;
  Weights copies_;  ///< [m - 1]: 1 / m!, or 0 if m copies are not allowed
  GrowingRows<SortedRow> rows_;
};

class OrderedSampler final : public FragmentSampler {
 public:
  OrderedSampler(const ListConfig& config, const AllowedFragments& allowed,
                 const OrderedKinds& kinds, ListItems items, ListQuestion question)
      : config_(config),
        items_(std::move(items)),
        question_(std::move(question)),
        steps_(config.values,
               [&](Token before, Token next) {
                 return allowed.allows(kinds.value, fragment_of(next)) &&
                        (before < 0 || allowed.allows(kinds.bigram, fragment_of(before, next)));
               }),
        rows_(list_lengths(config).high, [this](int left) { return row(left); }) {}

  std::optional<Example> allowed(int difficulty, base::Random& random) const override {
    constexpr int attempts = 32;
    for (int attempt = 0; attempt < attempts; ++attempt) {
      if (auto items = walked(difficulty, random)) return question_(*std::move(items), random);
    }
    return std::nullopt;
  }

  /// Other values in their places.
  Example like(std::span<const Token> prompt, base::Random& random) const override {
    std::vector<Token> items = items_(prompt);
    const std::vector<Token> values = sample_list(
        {.values = config_.values, .inputs = ListInputs::distinct}, config_.values, random);
    for (Token& item : items) item = values[at(item)];
    return question_(std::move(items), random);
  }

 private:
  /// Nothing if no item is left that may follow.
  std::optional<std::vector<Token>> walked(int difficulty, base::Random& random) const {
    std::vector<Token> items;
    std::vector<char> used(at(steps_.values()));
    for (int left = difficulty; left > 0; --left) {
      Weights weights = rows_.at(left - 1);
      const Token last = items.empty() ? -1 : items.back();
      for (Token next = 0; next < steps_.values(); ++next) {
        if (!steps_.may(last, next) || used[at(next)]) weights[at(next)] = 0;
      }
      const auto next = drawn(weights, random);
      if (!next) return std::nullopt;
      items.push_back(*next);
      used[at(*next)] = config_.inputs == ListInputs::distinct;
    }
    return items;
  }

  /// By a value: the ways to go on after it with `left` more items.
  Weights row(int left) const {
    Weights ways(at(steps_.values()), 1);
    if (left == 0) return ways;
    const Weights& rest = rows_.at(left - 1);
    for (Token last = 0; last < steps_.values(); ++last) {
      double& sum = ways[at(last)] = 0;
      for (Token next = 0; next < steps_.values(); ++next) {
        if (steps_.may(last, next)) sum += rest[at(next)];
      }
    }
    scaled(&ways);
    return ways;
  }

  ListConfig config_;
  ListItems items_;
  ListQuestion question_;
  Steps steps_;
  GrowingRows<Weights> rows_;
};

}  // namespace

std::unique_ptr<const FragmentSampler> sorted_sampler(const ListConfig& config,
                                                      const AllowedFragments& allowed,
                                                      const SortedKinds& kinds,
                                                      ListQuestion question) {
  const bool counted =
      config.inputs == ListInputs::uniform || config.inputs == ListInputs::distinct;
  if (!counted || config.values > most_walked_values) {
    return std::make_unique<LikeSampler>(config.values, std::move(question));
  }
  return std::make_unique<SortedSampler>(config, allowed, kinds, std::move(question));
}

std::unique_ptr<const FragmentSampler> ordered_sampler(const ListConfig& config,
                                                       const AllowedFragments& allowed,
                                                       const OrderedKinds& kinds, ListItems items,
                                                       ListQuestion question) {
  return std::make_unique<OrderedSampler>(config, allowed, kinds, std::move(items),
                                          std::move(question));
}

}  // namespace tasks::lists
