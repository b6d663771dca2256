#pragma once
#include <memory>
#include <span>

#include "lab/spec/spec.pb.h"
#include "tasks/task.h"

namespace lab::spec {

/// The task of a part whose questions are endless, so that it is made in a moment. Nothing of other
/// parts, and where there is no such task: who makes it to work with it is told why.
std::unique_ptr<const tasks::Task> endless_task(const proto::Part& part);

/// The difficulties to train on of a task with endless questions: those of `usual` that it offers
/// and that go with what `part` says itself, without those at either end that leave nothing to
/// train on.
tasks::Range trained_by_default(const tasks::Task& task, const proto::Part& part,
                                tasks::Range usual);

/// Whether a pool of test has a question at any of the difficulties.
bool can_test(const tasks::Task& task, std::span<const int> difficulties);

/// That of a question of this difficulty, however long its answer may be: of the longest if the
/// task tells, else as far as one sample does.
tasks::TextSize text_size(const tasks::Task& task, int difficulty);

}  // namespace lab::spec
