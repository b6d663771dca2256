#pragma once
#include <boost/program_options.hpp>
#include <functional>
#include <string>
#include <vector>

#include "base/exit_code.h"

namespace lab {

/// One command of the program: everything that help, docs and completion are made from.
struct Command {
  std::string name;                   ///< "train"
  std::string usage;                  ///< "SPEC [--set path=value]..."
  std::string summary;                ///< one line
  std::string details;                ///< a few lines, or empty
  std::vector<std::string> examples;  ///< two that work
  boost::program_options::options_description options;
  boost::program_options::positional_options_description positionals;
  std::function<base::ExitCode(const boost::program_options::variables_map&)> run;
};

/// One function a command file: command_train.cpp defines train_command(), and so on. The table of
/// all commands is in command_table.cpp.
Command tasks_command();
Command sample_command();
Command export_command();
Command train_command();
Command score_command();
Command ask_command();
Command sweep_command();
Command runs_command();
Command top_command();
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

}  // namespace lab
