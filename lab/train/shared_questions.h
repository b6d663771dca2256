#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"
#include "tasks/joint_vocabulary.h"

namespace lab::train {

/// Tells in which pool of a task a prompt is, which may be none of the task's own.
class PoolLookup {
 public:
  /// Borrows the task.
  explicit PoolLookup(const tasks::Task& task);

  /// Nothing: in none, or the task asks nothing like it. Tokens are the task's, -1 none of them.
  std::optional<tasks::Pool> pool_of(std::span<const tasks::Token> prompt) const;

 private:
  const tasks::Task& task_;
  std::unordered_map<std::uint64_t, tasks::Pool> by_key_;  ///< of questions that are listed
};

/// Checks that the parts of a mixture go together: `parts` and `joint` are those of the main task,
/// then of the hints. Throws base::Error (exit code 3) at the part that does not:
/// no two parts that are trained on give one prompt two answers, for no model could tell which is
/// wanted (a sample of the prompts of each is asked of the other);
/// no part trains on what a finite pool of another part holds out, by Task::content, nor, where one
/// of the two is a file, on what the other holds out by its key. (Of other endless pools the tasks
/// agree: tasks::catalog::agree.)
void check_shared_questions(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                            const tasks::JointVocabulary& joint, const spec::Origins& origins);

}  // namespace lab::train
