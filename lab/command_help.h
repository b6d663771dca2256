#pragma once
#include <span>
#include <string>

#include "lab/command.h"

namespace lab {

/// What `lab train --help` shows.
std::string help_of(const Command& command);

/// What `lab` alone shows: the commands, one line each.
std::string overview(std::span<const Command> commands);

}  // namespace lab
