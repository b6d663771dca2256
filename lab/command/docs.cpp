#include <functional>
#include <iostream>
#include <map>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/complete.h"
#include "lab/command/docs_text.h"
#include "lab/command/options.h"
#include "lab/command/table.h"
#include "lab/figure/read/reference.h"

namespace lab::command {
namespace {

std::string fields_below(const std::string& path,
                         const std::vector<spec::reference::FieldDoc>& fields, const char* file) {
  std::string text = fields_text(fields, path);
  if (!text.empty()) return text;
  std::vector<std::string> paths;
  for (const spec::reference::FieldDoc& field : fields) paths.push_back(field.path);
  throw base::Error("no field `" + path + "` in " + file + base::did_you_mean(path, paths),
                    base::ExitCode::wrong_usage);
}

/// "files" or "words", then the words that a shell may offer for the last of a line's, which come a
/// line each.
base::ExitCode complete(const std::string& line) {
  const Offers offers = completed(all_commands(), base::split(line, '\n'));
  std::cout << (offers.files ? "files" : "words") << '\n';
  for (const std::string& word : offers.words) std::cout << word << '\n';
  return base::ExitCode::done;
}

/// The texts that take no path, by name.
const std::map<std::string, std::function<std::string()>>& pages() {
  static const std::map<std::string, std::function<std::string()>> all{
      {"man", [] { return man_page(all_commands()); }},
      {"spec-man", [] { return spec_man_page(spec::reference::spec_fields()); }},
      {"bash", bash_completion},
      {"zsh", zsh_completion},
      {"fish", fish_completion}};
  return all;
}

base::ExitCode run(const Arguments& arguments) {
  const std::string kind =
      word(arguments, "kind", "KIND: spec, figures, man, spec-man, bash, zsh or fish");
  const std::string path = text(arguments, "path", "");
  if (kind == "complete") return complete(path);
  if (kind == "spec") {
    std::cout << fields_below(path, spec::reference::spec_fields(), "a spec");
    return base::ExitCode::done;
  }
  if (kind == "figures") {
    std::cout << fields_below(path, figure::read::figure_fields(), "a figures.textproto");
    return base::ExitCode::done;
  }
  const auto page = pages().find(kind);
  if (page == pages().end()) {
    throw base::Error(
        "no docs `" + kind + "`; there are spec, figures, man, spec-man, bash, zsh, fish",
        base::ExitCode::wrong_usage);
  }
  if (!path.empty()) {
    throw base::Error("a field's PATH goes with `spec` and `figures` only, found `" + path + "`",
                      base::ExitCode::wrong_usage);
  }
  std::cout << page->second();
  return base::ExitCode::done;
}

}  // namespace

Command docs_command() {
  return {
      "docs",
      "spec [PATH] | figures [PATH] | man | spec-man | bash | zsh | fish",
      "every field of a spec, or of an experiment's figures; man pages; completion for a shell",
      "spec: what the fields at or below PATH mean, their limits, their defaults and where "
      "they are read. figures: the same of experiments/NAME/figures.textproto. man and spec-man: "
      "the pages lab(1) and lab-spec(5).\n"
      "\n"
      "bash, zsh, fish: a script that completes commands, options, paths of --set and their "
      "values, pools, tasks, probes, runs and files:\n"
      "  bash   source <(lab docs bash)\n"
      "  zsh    source <(lab docs zsh)      # after compinit\n"
      "  fish   lab docs fish | source",
      {"lab docs spec model", "lab docs figures figure.kind"},
      {{"kind", {}, {"bash", "figures", "fish", "man", "spec", "spec-man", "zsh"}}, {"path"}},
      run};
}

}  // namespace lab::command
