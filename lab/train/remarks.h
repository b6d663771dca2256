#pragma once
#include <string>
#include <vector>

#include "lab/train/lesson.h"

namespace lab::train {

/// What may be, but hardly is as meant, one line each: pools that the spec names and that have no
/// question at some of the difficulties scored; rows of a table of positions that are asked about
/// and never trained; steps that change no weight; more questions wanted than there are; lines of a
/// file that are there again.
std::vector<std::string> remarks_on(const Lesson& lesson);

}  // namespace lab::train
