#pragma once
#include <span>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"
#include "tasks/joint_vocabulary.h"

namespace lab::train {

/// Checks that the parts of a mixture go together: `parts` and `joint` are those of the main task,
/// then of the hints. Throws base::Error (exit code 3) at the part that does not:
/// no two parts that are trained on give one prompt two answers, for no model could tell which is
/// wanted (a sample of the prompts of each is asked of the other);
/// no part trains on what a finite pool of another part holds out, by Task::content. (Of endless
/// pools the tasks agree: tasks::catalog::agree.)
void check_shared_questions(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                            const tasks::JointVocabulary& joint, const spec::Origins& origins);

}  // namespace lab::train
