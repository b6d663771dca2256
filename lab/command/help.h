#pragma once
#include <cstddef>
#include <span>
#include <string>

#include "lab/command/command.h"

namespace lab::command {

/// No line of help is longer.
inline constexpr std::size_t help_columns = 80;

/// "-q, --quiet" or "    --store ARG".
std::string option_name(const boost::program_options::option_description& option);

/// What `lab train --help` shows.
std::string help_of(const Command& command);

/// What `lab` alone shows: the commands, one line each.
std::string overview(std::span<const Command> commands);

}  // namespace lab::command
