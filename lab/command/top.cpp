#include <unistd.h>

#include <chrono>
#include <iostream>
#include <thread>

#include "base/stop.h"
#include "base/utf8.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/guard.h"
#include "lab/command/screen/terminal.h"
#include "lab/command/screen/top_text.h"

namespace lab::command {
namespace {

constexpr std::chrono::milliseconds poll_interval(50);
constexpr int polls_between_looks = 10;

/// A second screen of the terminal, without cursor, while it lives; the first is left as it was.
class SecondScreen {
 public:
  SecondScreen() {
    const screen::Drawing drawing;
    std::cout << "\033[?1049h\033[?25l" << std::flush;
  }
  ~SecondScreen() {
    const screen::Drawing drawing;
    std::cout << "\033[?25h\033[?1049l" << std::flush;
  }
  SecondScreen(const SecondScreen&) = delete;
  SecondScreen& operator=(const SecondScreen&) = delete;

  /// Writes over what was there, so that nothing flickers.
  static void show(const std::string& text) {
    std::string lines = "\033[H";
    for (const char c : base::without_controls(text))
      lines += c == '\n' ? std::string("\033[K\n") : std::string(1, c);
    const screen::Drawing drawing;
    std::cout << lines << "\033[J" << std::flush;
  }
};

void watch(store::StoreWatch& store) {
  const base::StopOnSignals signals;
  const SecondScreen screen;
  while (!base::stop_requested() && std::cout.good()) {
    const screen::TerminalSize size = screen::terminal_size();
    SecondScreen::show(screen::top_screen(store.look(), size.columns, size.lines));
    for (int i = 0; i < polls_between_looks && !base::stop_requested(); ++i) {
      std::this_thread::sleep_for(poll_interval);
    }
  }
  base::clear_stop();
}

base::ExitCode run(const Arguments& arguments) {
  store::StoreWatch store(store_of(arguments));
  if (flag(arguments, "json")) {
    std::cout << screen::top_json(store.look());
  } else if (flag(arguments, "once") || !screen::can_be_redrawn(STDOUT_FILENO)) {
    std::cout << base::tsv(screen::top_table(store.look()));
  } else {
    watch(store);
  }
  return base::ExitCode::done;
}

}  // namespace

Command top_command() {
  Command command{
      "top",
      "[--once] [--json]",
      "runs that are under way or waiting, as they go",
      "Rate, time to go and loss are those of the last line of steps.jsonl, scoring left out. What "
      "a sweep that lives here has in mind is waiting. Twice a second on a terminal, until Ctrl-C; "
      "elsewhere once, as a table.",
      {"lab top", "lab top --once --store results/runs"},
      {},
      run};
  command.options.add_options()("once", boost::program_options::bool_switch(),
                                "print a table and end, also on a terminal");
  add_store(command.options);
  add_json(command.options);
  return command;
}

}  // namespace lab::command
