#include "lab/command/screen/terminal.h"

#include <sys/ioctl.h>

#include <cstdlib>
#include <string_view>

namespace lab::command::screen {

TerminalSize terminal_size(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return {};
  return {size.ws_col, size.ws_row};
}

bool can_be_redrawn(int descriptor) {
  const char* terminal = std::getenv("TERM");
  return isatty(descriptor) == 1 && std::string_view(terminal ? terminal : "dumb") != "dumb";
}

}  // namespace lab::command::screen
