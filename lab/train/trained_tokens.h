#pragma once
#include <span>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"
#include "tasks/joint_vocabulary.h"

namespace lab::train {

/// Checks that what files ask is made of tokens that some training example may have: of a file
/// those of its training questions, of another task all. `parts` and `joint` are those of the main
/// task, then of the hints. Throws base::Error (exit code 3) that names file, line and token.
void check_trained_tokens(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                          const tasks::JointVocabulary& joint, const spec::Origins& origins);

}  // namespace lab::train
