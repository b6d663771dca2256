#pragma once
#include <cstdint>
#include <string>

#include "lab/train/lesson.h"

namespace lab::exchange {

/// The lesson of a trained run with questions of a file as one more part, the last: of weight 0,
/// only asked, `name` in scores. Throws base::Error (exit code 2) that names file, line and token
/// if they hold one that the run's vocabulary lacks.
train::Lesson with_questions(train::Lesson lesson, const tasks::file::FileConfig& file,
                             const std::string& name);

/// How many of the questions of the last part the run is trained on, by the pools and keys of its
/// other parts.
std::int64_t trained_questions(const train::Lesson& lesson);

}  // namespace lab::exchange
