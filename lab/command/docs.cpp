#include <iostream>

#include "base/error.h"
#include "base/names.h"
#include "lab/command/command.h"
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

base::ExitCode run(const Arguments& arguments) {
  const std::string kind = word(arguments, "kind", "KIND: spec, figures, man, spec-man or bash");
  const std::string path = text(arguments, "path", "");
  if (kind != "spec" && kind != "figures" && !path.empty()) {
    throw base::Error("a field's PATH goes with `spec` and `figures` only, found `" + path + "`",
                      base::ExitCode::wrong_usage);
  }
  if (kind == "spec") {
    std::cout << fields_below(path, spec::reference::spec_fields(), "a spec");
  } else if (kind == "figures") {
    std::cout << fields_below(path, figure::read::figure_fields(), "a figures.textproto");
  } else if (kind == "man") {
    std::cout << man_page(all_commands());
  } else if (kind == "spec-man") {
    std::cout << spec_man_page(spec::reference::spec_fields());
  } else if (kind == "bash") {
    std::cout << bash_completion(all_commands());
  } else {
    throw base::Error("no docs `" + kind + "`; there are spec, figures, man, spec-man, bash",
                      base::ExitCode::wrong_usage);
  }
  return base::ExitCode::done;
}

}  // namespace

Command docs_command() {
  return {"docs",
          "spec [PATH] | figures [PATH] | man | spec-man | bash",
          "every field of a spec, or of an experiment's figures; man pages; completion for a shell",
          "spec: what the fields at or below PATH mean, their limits, their defaults and where "
          "they are\n"
          "read. figures: the same of experiments/NAME/figures.textproto. man and spec-man: the "
          "pages lab(1) and lab-spec(5). bash: a script to source.",
          {"lab docs spec model", "lab docs figures figure.kind"},
          {{"kind", {}, {"bash", "figures", "man", "spec-man", "spec"}}, {"path"}},
          run};
}

}  // namespace lab::command
