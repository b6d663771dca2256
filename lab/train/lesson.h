#pragma once
#include "lab/spec/spec.h"
#include "lab/train/mixture.h"

namespace lab::train {

/// What a run learns and is asked: its spec held against its tasks, which are made once, here.
struct Lesson {
  spec::RunSpec spec;
  Mixture mixture;
  model::layers::TransformerConfig model;  ///< the spec's, over the mixture's vocabulary
};

/// Makes the tasks and checks that the spec's fields fit them and each other, and that each that is
/// set is read. Throws base::Error
/// (exit code 3) with the position of what is wrong.
Lesson lesson_of(const spec::Spec& spec);

/// The same of a spec that a run's folder holds: it may set what nothing reads, for it was taken
/// once.
Lesson lesson_of_stored(const spec::Spec& spec);

/// The lesson of a run that was planned or read before: its canonical text is read again.
Lesson lesson_of(const spec::RunSpec& spec);

}  // namespace lab::train
