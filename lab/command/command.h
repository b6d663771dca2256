#pragma once
#include <boost/program_options.hpp>
#include <functional>
#include <string>
#include <vector>

#include "base/exit_code.h"

namespace lab::command {

/// What a shell has to offer for a word.
enum class Completion { files, runs, experiments, tasks, probes };

/// How often a word may be given.
enum class Times { once, any };

/// A word of a command that is no option: SPEC of `lab train SPEC`.
struct CommandWord {
  std::string name;  ///< by which the command asks for it
  std::vector<Completion> completions = {};
  std::vector<std::string> choices = {};  ///< all that it can be, where these are few
  Times times = Times::once;
  std::string minus_after = {};  ///< where the line begins with this, it may be "-word" as well
};

/// One command of the program: everything that help, docs and completion are made from.
struct Command {
  std::string name;                   ///< "train"
  std::string usage;                  ///< "SPEC [--set path=value]..."
  std::string summary;                ///< one line
  std::string details;                ///< a few lines, or empty
  std::vector<std::string> examples;  ///< two that work
  std::vector<CommandWord> words;     ///< in the order of the line
  std::function<base::ExitCode(const boost::program_options::variables_map&)> run;
  boost::program_options::options_description options = {};  ///< all with a description
};

/// One function a command's file: train.cpp defines train_command(), and so on. The table of all
/// commands is in table.cpp.
Command tasks_command();
Command sample_command();
Command export_command();
Command train_command();
Command score_command();
Command ask_command();
Command sweep_command();
Command runs_command();
Command top_command();
Command compare_command();
Command new_command();
Command reproduce_command();
Command report_command();
Command bench_command();
Command verify_command();
Command plan_command();
Command probe_command();
Command coverage_command();
Command docs_command();
Command worker_command();

/// Runs `lab <words>`; turns every error into a message on stderr and an exit code.
base::ExitCode run_program(const std::vector<std::string>& words);

}  // namespace lab::command
