#include "tasks/coverage/class_cover.h"

#include <algorithm>
#include <bit>

namespace tasks::coverage {
namespace {

constexpr int bits = 64;

/// A bit of `b` that `a` lacks, uniform; -1: there is none.
std::int64_t any_beyond(const std::uint64_t* a, const std::uint64_t* b, std::size_t words,
                        base::Random& random) {
  int left = 0;
  for (std::size_t i = 0; i < words; ++i) left += std::popcount(b[i] & ~a[i]);
  if (left == 0) return -1;
  auto skip = static_cast<int>(random.below(left));
  for (std::size_t i = 0;; ++i) {
    std::uint64_t beyond = b[i] & ~a[i];
    const int here = std::popcount(beyond);
    if (skip >= here) {
      skip -= here;
      continue;
    }
    for (; skip > 0; --skip) beyond &= beyond - 1;
    return static_cast<std::int64_t>(i) * bits + std::countr_zero(beyond);
  }
}

/// A sum of which one term changes.
void change(const ClassCover::Counts& from, const ClassCover::Counts& to, ClassCover::Counts& sum) {
  sum.covered += to.covered - from.covered;
  sum.ties += to.ties - from.ties;
}

}  // namespace

ClassCover::ClassCover(const CalledFunction& function, FragmentClasses classes,
                       const TrainingItems& items, int first, int levels)
    : function_(function),
      cut_(std::move(classes)),
      first_(first),
      words_(static_cast<std::size_t>((cut_.contexts + bits - 1) / bits)),
      askable_(cut_.fragment_code.size() * words_),
      trained_(askable_.size()),
      noisy_(askable_.size()),
      counts_(static_cast<std::size_t>(levels)),
      of_class_(cut_.classes.size(), counts_) {
  for (std::size_t code = 0; code < cut_.fragment.size(); ++code) {
    const auto context = static_cast<std::size_t>(cut_.context[code]);
    const std::size_t word = row(cut_.fragment[code]) + context / bits;
    const std::uint64_t bit = std::uint64_t{1} << context % bits;
    if (items.askable()[code] != 0) askable_[word] |= bit;
    if (items.trained()[code] != 0) trained_[word] |= bit;
    if (function.is_noisy(static_cast<std::int64_t>(code))) noisy_[word] |= bit;
  }
  for (std::size_t i = 0; i < of_class_.size(); ++i) recount(static_cast<std::int32_t>(i));
}

std::int32_t ClassCover::class_at(std::int64_t code) const {
  const std::int32_t fragment = cut_.fragment[static_cast<std::size_t>(code)];
  return cut_.class_of[static_cast<std::size_t>(fragment)];
}

void ClassCover::flip(std::int64_t code) {
  const auto context = static_cast<std::size_t>(cut_.context[static_cast<std::size_t>(code)]);
  trained_[row(cut_.fragment[static_cast<std::size_t>(code)]) + context / bits] ^=
      std::uint64_t{1} << context % bits;
}

/// The contexts they share, 0 if training contradicts.
int ClassCover::evidence(std::int32_t a, std::int32_t b) const {
  int count = 0;
  for (std::size_t i = 0; i < words_; ++i) {
    const std::uint64_t both = trained_[row(a) + i] & trained_[row(b) + i];
    std::uint64_t doubtful = both & (noisy_[row(a) + i] | noisy_[row(b) + i]);
    for (; doubtful != 0; doubtful &= doubtful - 1) {
      const auto context = static_cast<std::int64_t>(i) * bits + std::countr_zero(doubtful);
      if (function_.shown[static_cast<std::size_t>(cut_.code(a, context))] !=
          function_.shown[static_cast<std::size_t>(cut_.code(b, context))]) {
        return 0;
      }
    }
    count += std::popcount(both);
  }
  return count;
}

std::vector<int> ClassCover::evidence_in(const std::vector<std::int32_t>& members) {
  std::vector<int> all;
  all.reserve(members.size() * members.size() / 2);
  for (std::size_t a = 0; a < members.size(); ++a) {
    for (std::size_t b = a + 1; b < members.size(); ++b) {
      all.push_back(evidence(members[a], members[b]));
    }
  }
  work_ += static_cast<std::int64_t>(all.size() * words_);
  return all;
}

std::int64_t ClassCover::covered_in(const std::vector<std::int32_t>& members,
                                    Components& components) const {
  Words met(members.size() * words_);  // by a component, at its root
  std::vector<std::uint64_t*> of_member;
  for (std::size_t a = 0; a < members.size(); ++a) {
    const auto root = static_cast<std::size_t>(components.root(static_cast<std::int64_t>(a)));
    of_member.push_back(&met[root * words_]);
    for (std::size_t i = 0; i < words_; ++i) of_member[a][i] |= trained_[row(members[a]) + i];
  }
  std::int64_t count = 0;
  for (std::size_t a = 0; a < members.size(); ++a) {
    for (std::size_t i = 0; i < words_; ++i) {
      const std::size_t word = row(members[a]) + i;
      count += std::popcount(of_member[a][i] & askable_[word] & ~trained_[word]);
    }
  }
  return count;
}

void ClassCover::recount(std::int32_t of_class) {
  const std::vector<std::int32_t>& members = cut_.classes[static_cast<std::size_t>(of_class)];
  const std::vector<int> pairs = evidence_in(members);
  Components components(std::ssize(members));
  for (auto level = std::ssize(counts_) - 1; level >= 0; --level) {
    const int k = first_ + static_cast<int>(level);
    Counts found;
    std::vector<std::int64_t> surplus(members.size());
    auto next = pairs.begin();
    for (std::int64_t a = 0; a < std::ssize(members); ++a) {
      for (std::int64_t b = a + 1; b < std::ssize(members); ++b, ++next) {
        if (*next < k) continue;
        components.join(a, b);
        surplus[static_cast<std::size_t>(a)] += *next - k + 1;
        surplus[static_cast<std::size_t>(b)] += *next - k + 1;
      }
    }
    for (const std::int64_t contexts : surplus) found.ties += 1000 * contexts / (contexts + 1);
    found.covered = covered_in(members, components);
    Counts& known = of_class_[static_cast<std::size_t>(of_class)][static_cast<std::size_t>(level)];
    change(known, found, counts_[static_cast<std::size_t>(level)]);
    known = found;
  }
}

void ClassCover::apply(const Exchange& exchange) {
  flipped_.clear();
  recounted_.clear();
  for (std::size_t i = 0; i < static_cast<std::size_t>(exchange.items); ++i) {
    for (const std::int64_t code : {exchange.leave[i], exchange.come[i]}) {
      flip(code);
      flipped_.push_back(code);
    }
  }
  for (const std::int64_t code : flipped_) {
    const std::int32_t changed = class_at(code);
    if (changed < 0 || std::ranges::count(recounted_, changed, &Recounted::of_class) > 0) continue;
    recounted_.push_back({changed, of_class_[static_cast<std::size_t>(changed)]});
    recount(changed);
  }
}

void ClassCover::undo() {
  for (const std::int64_t code : flipped_) flip(code);
  for (const auto& [of_class, before] : recounted_) {
    std::vector<Counts>& counts = of_class_[static_cast<std::size_t>(of_class)];
    for (std::size_t i = 0; i < before.size(); ++i) change(counts[i], before[i], counts_[i]);
    counts = before;
  }
}

std::optional<Exchange> ClassCover::crossing(const TrainingItems& items,
                                             base::Random& random) const {
  const std::int64_t item = items.any_item(random);
  const std::int32_t of_class = class_at(item);
  if (of_class < 0) return std::nullopt;
  const std::vector<std::int32_t>& members = cut_.classes[static_cast<std::size_t>(of_class)];
  const std::int32_t one = cut_.fragment[static_cast<std::size_t>(item)];
  const std::int32_t other = members[static_cast<std::size_t>(random.below(std::ssize(members)))];
  const std::int64_t context = cut_.context[static_cast<std::size_t>(item)];
  if (items.has(cut_.code(other, context))) return std::nullopt;  // other == one, too
  const std::int64_t into = any_beyond(&trained_[row(one)], &trained_[row(other)], words_, random);
  if (into < 0) return std::nullopt;
  return Exchange{
      2, {item, cut_.code(other, into)}, {cut_.code(one, into), cut_.code(other, context)}};
}

}  // namespace tasks::coverage
