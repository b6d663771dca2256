#include "lab/probe/map/caption.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"

namespace lab::probe::map {
namespace {

constexpr std::int64_t few = 30;  // questions

/// What a control is, by its name; one that is not here is told by its name.
struct ControlText {
  std::string_view name, text;
};
constexpr ControlText control_texts[] = {
    {"uniform", "a head that looks at all rows alike"},
    {"same role", "as many other rows of the same role"},
    {"other rows", "as many other rows of the same role"},
    {"shuffled", "labels shuffled"},
    {"control task", "labels that say nothing but which text told them (what is learned by heart)"},
    {"majority", "the commonest label"},
    {"other question", "the token of that name in another question"},
    {"by chance", "as many random heads"},
    {"untrained", "the model before training"},
};

std::string text_of(const std::string& control) {
  const auto* const found = std::ranges::find(control_texts, control, &ControlText::name);
  return std::string(found == std::end(control_texts) ? control : found->text);
}

/// The controls that have a map, in their order.
std::vector<std::string> drawn_controls(const ProbeResult& result, const Page& page) {
  std::set<std::size_t> drawn;
  for (const Panel& panel : page.panels) {
    if (panel.control) drawn.insert(*panel.control);
  }
  std::vector<std::string> texts;
  for (const std::size_t control : drawn) texts.push_back(text_of(result.controls[control]));
  return texts;
}

/// A cell without a number of questions is of an older table: how many is not known.
bool is_of_few(const ProbeResult& result, const Page& page, std::size_t seeds) {
  const std::int64_t least = few * static_cast<std::int64_t>(seeds);
  return std::ranges::any_of(result.cells, [&](const ProbeCell& cell) {
    return cell.questions > 0 && cell.questions < least &&
           std::ranges::find(page.panels, cell.measure, &Panel::measure) != page.panels.end();
  });
}

/// Whether no cell of a map drawn says of how many questions it is.
bool is_of_unknown_number(const ProbeResult& result, const Page& page) {
  return std::ranges::any_of(page.panels, [&](const Panel& panel) {
    return std::ranges::none_of(result.cells, [&](const ProbeCell& cell) {
      return cell.measure == panel.measure && cell.questions > 0;
    });
  });
}

}  // namespace

std::string caption_of(const std::string& caption, const ProbeResult& result, const Page& page,
                       std::size_t seeds) {
  std::string text = caption;
  const std::vector<std::string> beside = drawn_controls(result, page);
  if (!beside.empty()) text += " Beside it: " + base::joined(beside, "; ") + ".";
  if (!shows_controls(result)) {
    text += " So many maps have no controls beside them; the table does.";
  }
  if (is_of_unknown_number(result, page)) {
    text += " Where no n stands, it is not known of how many questions a map is.";
  }
  if (is_of_few(result, page, seeds)) {
    text += fmt::format(" Where n is below {} a seed, differences may be noise.", few);
  }
  return text;
}

}  // namespace lab::probe::map
