#include <fmt/format.h>

#include "lab/command/docs_text.h"
#include "lab/probe/kinds.h"
#include "tasks/catalog/catalog.h"

namespace lab {
namespace {

std::string options_of(const Command& command) {
  std::string words;
  for (const auto& option : command.options.options()) {
    if (!option->description().empty()) words += "--" + option->long_name() + " ";
  }
  return words + "--help";
}

/// What the command's first word may be, besides an option: bash that fills COMPREPLY.
std::string words_of(const std::string& command) {
  if (command == "tasks") return "_lab_words \"$tasks\"";
  if (command == "sample") return "_lab_words \"$tasks\"; _lab_files";
  if (command == "score" || command == "ask") return "_lab_runs";
  if (command == "probe") return "_lab_runs; _lab_words \"$probes\"";
  if (command == "verify") return "_lab_runs; _lab_experiments";
  if (command == "runs") return "_lab_words 'list show diff export rm gc'; _lab_runs";
  if (command == "reproduce") return "_lab_experiments";
  if (command == "help") return "_lab_words \"$commands\"";
  if (command == "docs") return "_lab_words 'bash man spec-man spec'";
  return "_lab_files";
}

}  // namespace

std::string bash_completion(std::span<const Command> commands) {
  std::string names = "help", cases, tasks, probes;
  for (const Command& command : commands) {
    names += " " + command.name;
    cases += fmt::format("    {}) options='{}'; words() {{ {}; }} ;;\n", command.name,
                         options_of(command), words_of(command.name));
  }
  cases += fmt::format("    help) options=''; words() {{ {}; }} ;;\n", words_of("help"));
  for (const tasks::CatalogEntry& entry : tasks::catalog()) tasks += " " + entry.name;
  for (const std::string& probe : probe_names()) probes += " " + probe;
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
      names, tasks.substr(1), probes.substr(1), cases);
}

}  // namespace lab
