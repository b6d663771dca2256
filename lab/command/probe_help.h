#pragma once
#include <string>

namespace lab::command {

/// What `lab probe` says of itself, made from the table of probes (lab/probe/kinds.h): every probe
/// with its summary, and what all of them have in common.
std::string about_probes();

/// "default: the hardest trained on; of errors: all scored".
std::string default_difficulties();

/// "default: 300; linear, cohesion 1000": the commonest number, then the others, falling.
std::string default_questions();

}  // namespace lab::command
