#include "lab/command/help.h"

#include <fmt/format.h>

#include "lab/command/screen/wrapped.h"

namespace lab::command {
namespace {

/// "  -q, --quiet              no messages"
std::string two_columns(const std::string& name, const std::string& meaning) {
  constexpr std::size_t name_letters = 22;
  const std::string room(name.size() < name_letters ? name_letters - name.size() : 0, ' ');
  return screen::hanging("  " + name + room + " ", meaning, help_columns) + "\n";
}

}  // namespace

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
      screen::hanging("usage: lab " + command.name + " ", command.usage, help_columns) + "\n\n" +
      screen::refilled(command.summary, help_columns) + "\n";
  if (!command.details.empty())
    text += "\n" + screen::refilled(command.details, help_columns) + "\n";
  text += "\nexamples:\n";
  for (const std::string& example : command.examples) {
    text += screen::shell_lines(example, help_columns) + "\n";
  }
  text += "\noptions:\n";
  for (const auto& option : command.options.options()) {
    text += two_columns(option_name(*option), option->description());
  }
  return text + two_columns("-h, --help", "show this");
}

std::string overview(std::span<const Command> commands) {
  std::string text =
      "lab: when does a small transformer learn the rule, and when only the examples?\n\n"
      "usage: lab COMMAND [...]\n\n";
  for (const Command& command : commands) {
    text += screen::hanging(fmt::format("  {:10} ", command.name), command.summary, help_columns) +
            "\n";
  }
  return text +
         "\nexamples:\n  lab tasks\n  lab sample sorting -n 3\n\n"
         "`lab COMMAND --help` says more; `lab --version` shows the version.\n";
}

}  // namespace lab::command
