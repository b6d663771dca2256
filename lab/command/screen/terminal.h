#pragma once
#include <unistd.h>

#include <cstddef>

namespace lab::command::screen {

struct TerminalSize {
  std::size_t columns = 80, lines = 24;
};

/// Of the terminal that a file descriptor is; 80 x 24 if it does not say.
TerminalSize terminal_size(int descriptor = STDOUT_FILENO);

/// Whether it is a terminal on which lines can be written over.
bool can_be_redrawn(int descriptor);

}  // namespace lab::command::screen
