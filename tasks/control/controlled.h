#pragma once
#include <memory>
#include <span>

#include "tasks/allowed.h"
#include "tasks/control/borrowed.h"

namespace tasks::control {

/// A task with endless pools of which training shows some pieces only. All else is as the task
/// that it borrows its questions from.
/// Allowed are the fragments that the rules choose (AllowedFragments), over all difficulties of the
/// task. Pools, by key (pool_of_key) and by fragments:
///   train      all fragments allowed, key as of train
///   validate   all fragments allowed, key as of validate
///   covered    all fragments allowed, key as of test: in distribution
///   uncovered  one at least is not, key as of test: as many questions that are as hard as those
///              covered, for each has the shape (Fragments::shape) of one that is covered, as far
///              as can be
/// Questions with a fragment that is not allowed and another key are in no pool.
class Controlled final : public Borrowed, public DrawnPools {
 public:
  /// Throws base::Error "coverage: ..." if the task's pools are not endless, or as
  /// AllowedFragments.
  Controlled(std::unique_ptr<const Task> task, std::span<const CoverageRule> rules);

  const DrawnPools* drawn_pools() const override { return this; }
  std::span<const Pool> pools() const override;
  Example candidate(Pool pool, int difficulty, base::Random& random) const override;
  bool holds(Pool pool, std::span<const Token> prompt) const override;

  const AllowedFragments* allowed_fragments() const override { return &allowed_; }

 private:
  bool is_allowed(std::span<const Token> prompt) const;
  /// With all fragments allowed, if some draws find one.
  Example allowed_candidate(int difficulty, base::Random& random) const;
  /// With a fragment that is not allowed, and the shape of one without, if some draws find one.
  Example uncovered_candidate(int difficulty, base::Random& random) const;

  AllowedFragments allowed_;
  std::unique_ptr<const FragmentSampler> sampler_;
};

}  // namespace tasks::control
