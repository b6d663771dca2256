#include "lab/command/screen/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace lab::command::screen {

TerminalSize terminal_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return {};
  return {size.ws_col, size.ws_row};
}

}  // namespace lab::command::screen
