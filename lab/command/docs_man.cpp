#include <fmt/format.h>

#include <sstream>

#include "base/version.h"
#include "lab/command/docs_text.h"
#include "lab/command/help.h"
#include "lab/command/screen/wrapped.h"

namespace lab::command {
namespace {

/// Text that roff takes as it is: no commands at the beginning of a line, dashes that can be
/// copied.
std::string roff(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      const bool begins = escaped.empty() || escaped.back() == '\n';
      if (begins && (c == '.' || c == '\'')) escaped += "\\&";
      escaped += c;
    }
  }
  return escaped;
}

/// Lines as they are, indented.
std::string verbatim(const std::string& text) {
  return ".RS 4\n.nf\n" + roff(text) + "\n.fi\n.RE\n";
}

std::string header(const char* name, int section, const char* summary) {
  return fmt::format(".TH {} {} \"\" \"lab {}\"\n.SH NAME\n{} \\- {}\n", name, section,
                     base::version, name, roff(summary));
}

std::string command_text(const Command& command) {
  std::string text = fmt::format(".SS lab {}\n{}.\n.PP\n.B lab {} {}\n", roff(command.name),
                                 roff(command.summary), roff(command.name), roff(command.usage));
  constexpr std::size_t columns = 69;  // man indents by 7, and verbatim() by 4
  if (!command.details.empty())
    text += ".PP\n" + verbatim(screen::refilled(command.details, columns));
  for (const auto& option : command.options.options()) {
    text +=
        fmt::format(".TP\n.B {}\n{}\n", roff(option_name(*option)), roff(option->description()));
  }
  text += ".PP\nExamples:\n";
  for (const std::string& example : command.examples) {
    text += verbatim(screen::shell_lines(example, columns).substr(2));
  }
  return text;
}

std::string about(const spec::reference::FieldDoc& field) {
  std::string text = field.type;
  if (!field.limits.empty()) text += ", " + field.limits;
  if (!field.otherwise.empty()) text += ", default " + field.otherwise;
  if (!field.read_if.empty()) text += ", read only where " + field.read_if;
  return text;
}

/// "figure.kind" for "figure[].kind": people may leave out the marks of lists.
std::string without_marks(std::string path) {
  for (auto at = path.find("[]"); at != path.npos; at = path.find("[]")) path.erase(at, 2);
  return path;
}

}  // namespace

std::string man_page(std::span<const Command> commands) {
  std::string text =
      header("lab", 1, "when does a small transformer learn the rule, and when only the examples?");
  text += ".SH SYNOPSIS\n.B lab\n.I COMMAND\n[...]\n.SH DESCRIPTION\n";
  text += roff(
      "Makes reasoning tasks with known coverage, trains small transformers on them, with "
      "or without task hints, measures what carries over, probes the models, and redraws "
      "papers' figures. Data goes to standard output, messages to standard error.\n");
  text += ".SH COMMANDS\n";
  for (const Command& command : commands) text += command_text(command);
  text += ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : base::exit_meanings) {
    text += fmt::format(".TP\n.B {}\n{}\n", static_cast<int>(code), meaning);
  }
  text += ".SH ENVIRONMENT\n";
  for (const auto& [name, meaning] :
       {std::pair{"LAB_STORE", "folder of all runs, if --store is not given"},
        {"LAB_EXPERIMENTS", "folder of the experiments"},
        {"LAB_THREADS", "threads, if --threads is not given"},
        {"LAB_MEMORY", "MB of memory that may be taken, where that is less than is free"},
        {"LAB_ISA", "amx, avx512bf16, avx512, avx2 or eigen: forces one arithmetic"}}) {
    text += fmt::format(".TP\n.B {}\n{}\n", roff(name), roff(meaning));
  }
  return text + ".SH SEE ALSO\n.BR lab\\-spec (5)\n";
}

std::string spec_man_page(std::span<const spec::reference::FieldDoc> fields) {
  std::string text = header("lab-spec", 5, "what decides the numbers of a run of lab");
  text += ".SH DESCRIPTION\n" +
          roff(
              "A spec is protobuf text. Fields are named here as in --set; those of a block follow "
              "it, and [] marks a list.\n") +
          ".SH FIELDS\n";
  for (const spec::reference::FieldDoc& field : fields) {
    text += fmt::format(".TP\n.B {}\n({}) {}\n", roff(field.path), roff(about(field)),
                        roff(field.comment));
    for (const auto& [name, meaning] : field.values) {
      text += fmt::format(".br\n.B {}\n{}\n", roff(name), roff(meaning));
    }
  }
  return text + ".SH SEE ALSO\n.BR lab (1)\n";
}

std::string fields_text(std::span<const spec::reference::FieldDoc> fields,
                        const std::string& path) {
  std::string text;
  const std::string wanted = without_marks(path);
  for (const spec::reference::FieldDoc& field : fields) {
    const std::string own = without_marks(field.path);
    if (!wanted.empty() && own != wanted && !own.starts_with(wanted + ".")) continue;
    text += fmt::format("{}  ({})\n", field.path, about(field));
    if (!field.comment.empty()) text += "    " + field.comment + "\n";
    for (const auto& [name, meaning] : field.values) {
      text += fmt::format("    {:20} {}", name, meaning);
      while (text.ends_with(' ')) text.pop_back();
      text += "\n";
    }
  }
  return text;
}

}  // namespace lab::command
