#pragma once
#include <string>
#include <vector>

#include "lab/command/command.h"
#include "lab/command/options.h"

namespace lab::command {

/// The words after the command's name, read strictly: no abbreviations, no option that takes the
/// next option for its value. Throws base::Error (exit code 2), with the nearest name for an option
/// there is not.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words);

}  // namespace lab::command
