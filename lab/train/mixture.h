#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lab/spec/run_spec.h"
#include "tasks/joint_vocabulary.h"
#include "tasks/pool.h"

namespace lab::train {

/// The tasks a run mixes: part 0 is the main task, the others are its hints, all over one
/// vocabulary. Immutable, safe to share between threads.
class Mixture {
 public:
  using Tasks = std::vector<std::unique_ptr<const tasks::Task>>;

  /// Promise: tasks[i] is that of parts[i].
  Mixture(std::vector<spec::MixturePart> parts, Tasks tasks);

  std::size_t size() const { return parts_.size(); }
  const spec::MixturePart& part(std::size_t index) const { return parts_[index]; }
  const tasks::Task& task(std::size_t index) const { return *tasks_[index]; }
  const tasks::JointVocabulary& joint() const { return joint_; }

  /// The part of this name. Throws base::Error (exit code 2) with the nearest name.
  std::size_t index_of(std::string_view name) const;

  /// The same with one more part, the last.
  Mixture with(spec::MixturePart part, std::unique_ptr<const tasks::Task> task) &&;

  /// An example of a part, in joint tokens.
  tasks::Example joint_of(std::size_t part, tasks::Example own) const;

  /// tasks::example_at of a part, in joint tokens.
  tasks::Example example(std::size_t part, tasks::Pool pool, int difficulty, std::uint64_t seed,
                         std::uint64_t index) const;

 private:
  std::vector<spec::MixturePart> parts_;
  Tasks tasks_;
  tasks::JointVocabulary joint_;
};

/// The kinds of a part's fragments; none of a task that has no such thing.
std::span<const tasks::FragmentKind> fragment_kinds(const tasks::Task& task);

/// The name of the facet that counts a question's different fragments of a kind that no part's
/// training shows: "unseen_neighbours".
std::string unseen_facet(const tasks::FragmentKind& kind);

}  // namespace lab::train
