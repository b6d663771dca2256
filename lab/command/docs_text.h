#pragma once
#include <span>
#include <string>

#include "lab/command/command.h"
#include "lab/spec/reference/reference.h"

namespace lab::command {

/// Scripts that complete commands, options, paths, values, pools, tasks, probes, runs and files by
/// asking the program (lab/command/complete.h).
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// lab(1), as roff.
std::string man_page(std::span<const Command> commands);

/// lab-spec(5), as roff.
std::string spec_man_page(std::span<const spec::reference::FieldDoc> fields);

/// Of a spec or of figures as plain text: fields at or below `path`; all if it is empty.
std::string fields_text(std::span<const spec::reference::FieldDoc> fields, const std::string& path);

}  // namespace lab::command
