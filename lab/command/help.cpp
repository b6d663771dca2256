#include "lab/command/help.h"

#include <fmt/format.h>

namespace lab::command {

std::string option_name(const boost::program_options::option_description& option) {
  const std::string full = option.long_name();
  const std::string canonical = option.canonical_display_name(
      boost::program_options::command_line_style::allow_dash_for_short);
  const bool is_short = canonical.size() == 2 && canonical != "--" + full;
  std::string text = (is_short ? canonical + ", " : "    ") + "--" + full;
  if (option.semantic()->max_tokens() > 0) text += " ARG";
  return text;
}

std::string help_of(const Command& command) {
  std::string text =
      fmt::format("usage: lab {} {}\n\n{}\n", command.name, command.usage, command.summary);
  if (!command.details.empty()) text += "\n" + command.details + "\n";
  text += "\nexamples:\n";
  for (const std::string& example : command.examples) text += "  " + example + "\n";
  text += "\noptions:\n";
  for (const auto& option : command.options.options()) {
    text += fmt::format("  {:24} {}\n", option_name(*option), option->description());
  }
  return text + fmt::format("  {:24} {}\n", "-h, --help", "show this");
}

std::string overview(std::span<const Command> commands) {
  std::string text =
      "lab: when does a small transformer learn the rule, and when only the examples?\n\n"
      "usage: lab COMMAND [...]\n\n";
  for (const Command& command : commands) {
    text += fmt::format("  {:10} {}\n", command.name, command.summary);
  }
  return text +
         "\nexamples:\n  lab tasks\n  lab sample sorting -n 3\n\n"
         "`lab COMMAND --help` says more; `lab --version` shows the version.\n";
}

}  // namespace lab::command
