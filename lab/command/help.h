#pragma once
#include <span>
#include <string>

#include "lab/command/command.h"

namespace lab::command {

/// "-q, --quiet" or "    --store ARG".
std::string option_name(const boost::program_options::option_description& option);

/// What `lab train --help` shows.
std::string help_of(const Command& command);

/// What `lab` alone shows: the commands, one line each.
std::string overview(std::span<const Command> commands);

}  // namespace lab::command
