#pragma once
#include <map>
#include <unordered_set>

#include "tasks/control/borrowed.h"

namespace tasks::control {

/// A task with endless pools of which training draws a fixed number of questions, again and again:
/// pool train is these alone. All else is as the task that it borrows its questions from; what of
/// its pool train was not chosen is in no pool.
class FewItems final : public Borrowed, public DrawnPools {
 public:
  /// `counts`: how many questions of each difficulty, different ones, drawn as pool train of `task`
  /// is with this seed; fewer where there are no more. Throws base::Error "train_items: ..." if the
  /// task's questions are listed, or of a difficulty are none.
  FewItems(std::unique_ptr<const Task> task, const std::map<int, std::int64_t>& counts,
           std::uint64_t seed);

  const DrawnPools* drawn_pools() const override { return this; }
  std::span<const Pool> pools() const override;
  Example candidate(Pool pool, int difficulty, base::Random& random) const override;
  bool holds(Pool pool, std::span<const Token> prompt) const override;

  const AllowedFragments* allowed_fragments() const override {
    return lender().allowed_fragments();
  }

 private:
  std::map<int, std::vector<Example>> items_;  ///< by difficulty
  std::unordered_set<std::uint64_t> prompts_;  ///< digests of theirs
};

}  // namespace tasks::control
