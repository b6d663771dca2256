#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "lab/command/docs_text.h"
#include "lab/probe/kinds.h"
#include "tasks/catalog/catalog.h"

namespace lab::command {
namespace {

std::string options_of(const Command& command) {
  std::string names;
  for (const auto& option : command.options.options()) names += "--" + option->long_name() + " ";
  return names + "--help";
}

/// bash that adds to COMPREPLY what there is of a kind.
std::string offer(Completion completion) {
  switch (completion) {
    case Completion::files:
      return "_lab_files";
    case Completion::runs:
      return "_lab_runs";
    case Completion::experiments:
      return "_lab_experiments";
    case Completion::tasks:
      return "_lab_words \"$tasks\"";
    case Completion::probes:
      return "_lab_words \"$probes\"";
  }
  return {};
}

/// The same for all words of a command; files where it takes none, for the values of its options.
std::string offers(const Command& command) {
  std::vector<std::string> all;
  for (const CommandWord& word : command.words) {
    std::ranges::transform(word.completions, std::back_inserter(all), offer);
    if (!word.choices.empty()) {
      all.push_back(fmt::format("_lab_words '{}'", base::joined(word.choices, " ")));
    }
  }
  return all.empty() ? offer(Completion::files) : base::joined(all, "; ");
}

std::string case_of(std::string_view command, std::string_view options, std::string_view words) {
  return fmt::format("    {}) options='{}'; words() {{ {}; }} ;;\n", command, options, words);
}

}  // namespace

std::string bash_completion(std::span<const Command> commands) {
  std::string names = "help", cases;
  for (const Command& command : commands) {
    names += " " + command.name;
    cases += case_of(command.name, options_of(command), offers(command));
  }
  cases += case_of("help", "", "_lab_words \"$commands\"");
  const std::string tasks = base::joined(
      tasks::catalog::catalog(),
      [](const tasks::catalog::CatalogEntry& entry) { return entry.name; }, " ");
  return fmt::format(
      R"bash(# Completion of `lab` for bash; made by `lab docs bash`. In zsh: autoload bashcompinit first.
_lab_words() {{ COMPREPLY+=($(compgen -W "$1" -- "$current")); }}
# Names in a folder are others' words: quoted, and never expanded as those of compgen -W are.
_lab_names() {{
  local path name
  for path in "$1/$current"*; do
    [[ -e $path ]] || continue
    printf -v name %q "${{path##*/}}"
    COMPREPLY+=("$name")
  done
}}
_lab_files() {{ COMPREPLY+=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null; }}
_lab_runs() {{
  local store=${{LAB_STORE:-results/runs}} i
  for ((i = 1; i + 1 < ${{#COMP_WORDS[@]}}; ++i)); do
    [[ ${{COMP_WORDS[i]}} == --store ]] && store=${{COMP_WORDS[i + 1]}}
  done
  _lab_names "$store"
}}
_lab_experiments() {{ _lab_names "${{LAB_EXPERIMENTS:-experiments}}"; }}
_lab() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} options
  local commands='{}' tasks='{}' probes='{}'
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then _lab_words "$commands --help --version"; return; fi
  case ${{COMP_WORDS[1]}} in
{}    *) return ;;
  esac
  if [[ $current == -* ]]; then _lab_words "$options"; else words; fi
  unset -f words
}}
complete -F _lab lab
)bash",
      names, tasks, base::joined(probe::probe_names(), " "), cases);
}

}  // namespace lab::command
