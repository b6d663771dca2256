#pragma once
#include <vector>

#include "lab/command/command.h"

namespace lab::command {

/// Every command there is, in the order that help shows.
std::vector<Command> all_commands();

}  // namespace lab::command
