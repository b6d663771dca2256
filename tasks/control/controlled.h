#pragma once
#include <memory>
#include <span>

#include "tasks/allowed.h"
#include "tasks/task.h"

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
class Controlled final : public Task, public DrawnPools {
 public:
  /// Throws base::Error "coverage: ..." if the task's pools are not endless, or as
  /// AllowedFragments.
  Controlled(std::unique_ptr<const Task> task, std::span<const CoverageRule> rules);

  std::string_view name() const override { return task_->name(); }
  const Vocabulary& vocabulary() const override { return task_->vocabulary(); }
  Range difficulties() const override { return task_->difficulties(); }
  /// Whatever is allowed.
  Example sample(int difficulty, base::Random& random) const override {
    return task_->sample(difficulty, random);
  }
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override {
    return task_->solves(prompt, answer);
  }
  std::uint64_t question_key(std::span<const Token> prompt) const override {
    return task_->question_key(prompt);
  }
  Content content(std::span<const Token> prompt) const override { return task_->content(prompt); }
  int answer_limit(std::span<const Token> prompt) const override {
    return task_->answer_limit(prompt);
  }
  /// Of all questions, whatever is allowed: what is asked may be guessed better, which the best
  /// constant answer shows.
  double chance(int difficulty) const override { return task_->chance(difficulty); }
  std::map<std::string, int> facets(const Example& example) const override {
    return task_->facets(example);
  }
  std::vector<std::string> facet_names() const override { return task_->facet_names(); }
  const ManyAnswers* many_answers() const override { return task_->many_answers(); }
  const Critic* critic() const override { return task_->critic(); }
  const Annotator* annotator() const override { return task_->annotator(); }
  const Fragments* fragments() const override { return task_->fragments(); }

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

  std::unique_ptr<const Task> task_;
  AllowedFragments allowed_;
  std::unique_ptr<const FragmentSampler> sampler_;
};

}  // namespace tasks::control
