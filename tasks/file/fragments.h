#pragma once
#include "tasks/file/questions.h"
#include "tasks/simple_fragments.h"

namespace tasks::file {

/// "word", a token of the prompt, and "pair", two that follow each other. Borrows the questions.
SimpleFragments fragments_of(const Questions& questions);

}  // namespace tasks::file
