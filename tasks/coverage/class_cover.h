#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.h"
#include "tasks/coverage/classes.h"
#include "tasks/coverage/components.h"
#include "tasks/coverage/training_items.h"

namespace tasks::coverage {

/// What would be covered if fragments were substituted within the classes of one index set only:
/// counted in moments, and kept under exchange. An input is counted at k if a path of pairs of
/// fragments of its class that share k contexts, with labels that are equal in training, leads to
/// one whose input in its context is trained on. Borrows the function.
class ClassCover {
 public:
  /// Of k = first, first + 1, ...: `levels` of them.
  ClassCover(const CalledFunction& function, FragmentClasses classes, const TrainingItems& items,
             int first, int levels);

  /// Of each k.
  struct Counts {
    std::int64_t covered = 0;  ///< held-out inputs
    /// How firmly fragments are covered, in thousandths of a fragment: s / (s + 1) of one that has
    /// s shared contexts more than k - 1 with others. What is tied loosely comes off first.
    std::int64_t ties = 0;
  };
  const std::vector<Counts>& counts() const { return counts_; }

  /// Takes over an exchange; what it was before can be had back.
  void apply(const Exchange& exchange);
  void undo();

  /// Two training items whose fragments, of one class, change places in their contexts: as a rule
  /// no call is used more or less for it. None if the first item drawn finds none.
  std::optional<Exchange> crossing(const TrainingItems& items, base::Random& random) const;

  std::int64_t work() const { return work_; }  ///< words of contexts compared so far

 private:
  using Words = std::vector<std::uint64_t>;  // fragments x words_, a bit for each context

  struct Recounted {
    std::int32_t of_class;
    std::vector<Counts> before;
  };

  std::int32_t class_at(std::int64_t code) const;
  void flip(std::int64_t code);
  void recount(std::int32_t of_class);
  int evidence(std::int32_t a, std::int32_t b) const;
  std::vector<int> evidence_in(const std::vector<std::int32_t>& members);  // a, b with a < b
  std::int64_t covered_in(const std::vector<std::int32_t>& members, Components& components) const;
  std::size_t row(std::int32_t fragment) const {
    return static_cast<std::size_t>(fragment) * words_;
  }

  const CalledFunction& function_;
  FragmentClasses cut_;
  int first_;
  std::size_t words_;
  Words askable_, trained_, noisy_;
  std::vector<Counts> counts_;                 // of each k
  std::vector<std::vector<Counts>> of_class_;  // of each class, of each k
  std::vector<std::int64_t> flipped_;          // by the last exchange: codes
  std::vector<Recounted> recounted_;           // by the last exchange
  std::int64_t work_ = 0;
};

}  // namespace tasks::coverage
