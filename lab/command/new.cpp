#include <iostream>

#include "base/error.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/paper/experiment.h"
#include "lab/paper/new_experiment.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

base::ExitCode run(const Arguments& arguments) {
  const std::string kind = word(arguments, "kind", "`experiment NAME`");
  if (kind != "experiment") {
    throw base::Error("wanted `experiment NAME`, found `" + kind + "`",
                      base::ExitCode::wrong_usage);
  }
  const std::string name = word(arguments, "name", "a NAME");
  const std::string option = text(arguments, "experiments", "");
  const fs::path folder = paper::make_experiment(paper::experiments_to_write(option), name,
                                                 text(arguments, "from", ""));
  std::cout << folder.string() << '\n' << std::flush;
  if (flag(arguments, "quiet")) return base::ExitCode::done;
  const std::string where = option.empty() ? "" : " --experiments " + base::shell_word(option);
  std::cerr << "written: base.textproto, smoke.textproto, cpu.textproto, figures.textproto and "
               "README.md\ntry it: lab reproduce "
            << name << " --scale smoke" << where << '\n';
  return base::ExitCode::done;
}

}  // namespace

Command new_command() {
  Command command{
      "new",
      "experiment NAME [--from SPEC]",
      "a folder for an experiment of your own, which works at once",
      "Writes experiments/NAME: base.textproto (what all runs share: SPEC, or a small one), the\n"
      "sweeps smoke.textproto and cpu.textproto, figures.textproto and README.md, for `lab\n"
      "reproduce` and `lab report`. Edit what it asks; `lab docs spec` and `lab docs figures` say\n"
      "what there is. What is there already is never written over.",
      {"lab new experiment my_question", "lab new experiment other_widths --from mine.textproto"},
      {{"kind", {}, {"experiment"}}, {"name"}},
      run};
  auto add = command.options.add_options();
  add("from", one_value(), "a spec file to begin with, its sweep and all");
  add("experiments", one_value(),
      "folder (default: $LAB_EXPERIMENTS, here, above, else made here)");
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
