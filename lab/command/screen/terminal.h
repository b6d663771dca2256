#pragma once
#include <cstddef>

namespace lab::command::screen {

struct TerminalSize {
  std::size_t columns = 80, lines = 24;
};

/// Of the terminal that standard output is; 80 x 24 if it does not say.
TerminalSize terminal_size();

}  // namespace lab::command::screen
