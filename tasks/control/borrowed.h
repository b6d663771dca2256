#pragma once
#include <memory>
#include <utility>

#include "tasks/task.h"

namespace tasks::control {

/// A task that borrows its questions from another. All is as there but for the pools, which whoever
/// derives from this says, and is final.
class Borrowed : public Task {
 public:
  std::string_view name() const override { return task_->name(); }
  const Vocabulary& vocabulary() const override { return task_->vocabulary(); }
  Range difficulties() const override { return task_->difficulties(); }
  /// Whatever the pools hold.
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
  /// Of all questions, whatever the pools hold: what is asked may be guessed better, which the best
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

 protected:
  explicit Borrowed(std::unique_ptr<const Task> task) : task_(std::move(task)) {}
  const Task& lender() const { return *task_; }

 private:
  std::unique_ptr<const Task> task_;
};

}  // namespace tasks::control
