#pragma once
#include <memory>
#include <span>
#include <vector>

#include "lab/spec/spec.pb.h"
#include "tasks/task.h"

namespace lab::spec {

/// A part with what its fields are if unset and depend on others.
struct PartDefaults {
  proto::Part defaults;
  proto::Part filled;                          ///< the part, with these for the rest
  std::unique_ptr<const tasks::Task> endless;  ///< see endless_task
};

/// Of the main task: its name, the difficulties it has if there is no choice, limits that go with
/// what is `asked`, the difficulties scored, ...
PartDefaults task_defaults(const proto::Part& task, std::span<const int> asked);

/// The same of a hint; `task` is the main task with its defaults filled in, from which a hint takes
/// over what its comment in spec.proto says.
PartDefaults hint_defaults(const proto::Part& task, const proto::Part& hint);

/// The smallest difficulty that the main task may have.
int fewest_of(const proto::Part& task);

/// The pools that are scored if the spec names none: TEST; all but TRAIN and VALIDATE of a file and
/// of a task that has no TEST; TRAIN where so few questions are shared out that none of `asked` is
/// in TEST.
std::vector<proto::Score::Pool> scored_pools(const PartDefaults& task, std::span<const int> asked);

/// The difficulties that are scored in these pools if the spec names none: the highest trained on;
/// of a file all that they have.
std::vector<int> scored_difficulties(const PartDefaults& task,
                                     std::span<const proto::Score::Pool> pools);

/// Tokens. Promise: the part is a file.
std::int64_t longest_in_file(const proto::Part& part);

}  // namespace lab::spec
