#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "lab/command/screen/terminal.h"

namespace lab::command::screen {

/// What goes to a terminal to have these lines at its end in place of others of so many letters,
/// without the cursor having left the last of them: of lines that are longer than the terminal is
/// wide now, which was wider then, each has become several. `kept` lines come to stay above.
std::string redrawn(const std::vector<std::size_t>& letters_before,
                    const std::vector<std::string>& kept, const std::vector<std::string>& lines,
                    std::size_t columns);

/// The last lines of the terminal that standard error is, written anew again and again and cut to
/// its width. Gone when it ends.
class LiveLines {
 public:
  LiveLines() = default;
  ~LiveLines() { show({}); }
  LiveLines(const LiveLines&) = delete;
  LiveLines& operator=(const LiveLines&) = delete;

  static TerminalSize size() { return terminal_size(STDERR_FILENO); }

  void show(const std::vector<std::string>& lines);

  /// Writes a line above them, which stays; not cut.
  void keep(const std::string& line);

  /// Leaves them where they are: what is written next begins below.
  void leave();

 private:
  std::vector<std::string> lines_;
  std::vector<std::size_t> letters_;  ///< of what is on the terminal
};

}  // namespace lab::command::screen
