#include "lab/report/anchor.h"

#include <fmt/format.h>

namespace lab::report {
namespace {

constexpr std::string_view plain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-/";

}  // namespace

std::string anchor(std::initializer_list<std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += '/';
    for (const char letter : name) {
      if (plain.find(letter) != plain.npos) {
        text += letter;
      } else {
        text += fmt::format("~{:02x}", static_cast<unsigned char>(letter));
      }
    }
  }
  return text;
}

std::string experiment_anchor(const std::string& experiment) {
  return anchor({"experiment", experiment});
}

std::string figure_anchor(const std::string& experiment, const std::string& figure) {
  return anchor({"figure", experiment, figure});
}

std::string gap_anchor(const std::string& experiment) { return anchor({"gap", experiment}); }

std::string runs_anchor(const std::string& experiment) { return anchor({"runs", experiment}); }

std::string sweep_anchor(const std::string& experiment, const std::string& file) {
  return anchor({"sweep", experiment, file});
}

std::string task_anchor(const std::string& task) { return anchor({"task", task}); }

std::string own_anchor(const std::string& word) { return anchor({"own", word}); }

Html link(const std::string& anchor, const std::string& text) {
  return element("a", {{"href", "#" + anchor}}, html_text(text));
}

Html linked_heading(std::string_view name, const std::string& anchor, const std::string& text) {
  return element(name, link(anchor, text));
}

}  // namespace lab::report
