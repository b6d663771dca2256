#include "lab/command/table.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <new>

#include "base/error.h"
#include "base/names.h"
#include "base/version.h"
#include "lab/command/help.h"
#include "lab/command/line.h"
#include "lab/command/screen/guard.h"

namespace lab::command {
namespace {

using Words = std::vector<std::string>;

bool is_help(const std::string& word) { return word == "-h" || word == "--help"; }

const Command& command_named(const std::string& name, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    if (command.name == name) return command;
    names.push_back(command.name);
  }
  if (name.starts_with("-")) {
    throw base::Error("no option " + name + " before the command; options follow it",
                      base::ExitCode::wrong_usage);
  }
  throw base::Error("no command `" + name + "`" + base::did_you_mean(name, names),
                    base::ExitCode::wrong_usage);
}

/// Help wherever it is asked for: `lab`, `lab --help`, `lab help [CMD]`, `lab CMD ... -h`.
base::ExitCode run_words(const Words& words) {
  const std::vector<Command> commands = all_commands();
  const bool asks_help = words.empty() || is_help(words[0]) || words[0] == "help";
  if (asks_help && words.size() < 2) {
    std::cout << overview(commands);
    return base::ExitCode::done;
  }
  if (words[0] == "--version") {
    std::cout << "lab " << base::version << '\n';
    return base::ExitCode::done;
  }
  const Command& command = command_named(words[asks_help ? 1 : 0], commands);
  const auto end = std::find(words.begin(), words.end(), "--");
  if (asks_help || std::any_of(words.begin(), end, is_help)) {
    std::cout << help_of(command);
    return base::ExitCode::done;
  }
  return command.run(parse_arguments(command, Words(words.begin() + 1, words.end())));
}

/// "lab train", or "lab" if the words name no command.
std::string program_and_command(const Words& words) {
  for (const Command& command : all_commands()) {
    if (!words.empty() && command.name == words[0]) return "lab " + words[0];
  }
  return "lab";
}

/// Errors of a spec are printed as they are, file:line:column first, for editors to find.
base::ExitCode report(const base::Error& error, const Words& words) {
  const std::string place = program_and_command(words);
  if (error.exit_code() != base::ExitCode::bad_spec) std::cerr << place << ": ";
  std::cerr << error.what() << '\n';
  if (error.exit_code() == base::ExitCode::wrong_usage)
    std::cerr << "`" << place << " --help` shows how\n";
  return error.exit_code();
}

/// Whether standard output is a pipe that nobody reads any more (`| head`): then there is nothing
/// to complain of.
bool is_reader_gone() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

}  // namespace

std::vector<Command> all_commands() {
  return {tasks_command(),   sample_command(), export_command(),    coverage_command(),
          train_command(),   score_command(),  ask_command(),       probe_command(),
          sweep_command(),   worker_command(), runs_command(),      top_command(),
          compare_command(), new_command(),    reproduce_command(), report_command(),
          bench_command(),   verify_command(), plan_command(),      docs_command()};
}

base::ExitCode run_program(const std::vector<std::string>& words) {
  const screen::GuardedTerminal terminal;
  try {
    const base::ExitCode code = run_words(words);
    std::cout.flush();
    const bool told = std::cout.good() || is_reader_gone();
    base::require(told, "standard output: cannot write");
    return code;
  } catch (const base::Error& error) {
    std::cout.flush();
    return report(error, words);
  } catch (const std::bad_alloc&) {
    return report(base::Error("out of memory"), words);
  } catch (const std::exception& error) {  // a library's: of the file system, for one
    return report(base::Error(error.what()), words);
  }
}

}  // namespace lab::command
