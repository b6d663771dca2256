#include "tests/lab/figure/drawn.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <regex>
#include <sstream>

#include "base/text.h"

namespace tests {
namespace {

using Tree = boost::property_tree::ptree;

// Advance widths of the letters from ' ' to '~', thousandths of the font's size, from hmtx.
constexpr std::array<int, 95> book{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr double bold_wider = 1.12, other_letter = 636;

/// Pixels of DejaVu Sans, the font of all figures.
double width_of(std::string_view text, double size, bool bold) {
  double sum = 0;
  for (const char c : text) {
    if (c >= ' ' && c <= '~') {
      sum += book.at(static_cast<std::size_t>(c - ' '));
    } else if (base::begins_letter(c)) {
      sum += other_letter;
    }
  }
  return sum * size / 1000 * (bold ? bold_wider : 1);
}

std::vector<double> numbers_in(const std::string& text) {
  static const std::regex number(R"([-+]?\d+\.?\d*(e[-+]?\d+)?)");
  std::vector<double> all;
  for (std::sregex_iterator i(text.begin(), text.end(), number), end; i != end; ++i) {
    all.push_back(std::stod(i->str()));
  }
  return all;
}

std::string attribute(const Tree& node, const char* name) {
  return node.get<std::string>(std::string("<xmlattr>.") + name, "");
}

/// All text in a node and below.
std::string content(const Tree& node) {
  std::string text = node.data();
  for (const auto& [name, child] : node) {
    if (name != "<xmlattr>") text += content(child);
  }
  return text;
}

Box box_of(const Tree& group, const std::string& text, bool bold) {
  constexpr double ascent = 0.73, descent = 0.2;  // of the size
  const std::vector<double> at = numbers_in(attribute(group, "transform"));
  const double size = std::stod(attribute(group, "font-size"));
  const double width = width_of(text, size, bold);
  const std::string anchor = attribute(group, "text-anchor");
  const double before = anchor == "end" ? width : anchor == "middle" ? width / 2 : 0;
  const double x = at.at(0), y = at.at(1), after = width - before;
  const bool upright = at.size() > 2 && at[2] != 0;  // 270 or -90: read from below
  if (upright) return {x - ascent * size, y - after, x + descent * size, y + before};
  return {x - before, y - ascent * size, x + after, y + descent * size};
}

void add_text(const Tree& group, bool in_plot, DrawnFigure* figure) {
  for (const auto& [name, child] : group) {
    if (name != "text") continue;
    const std::string text = base::trimmed(content(child));
    const bool bold = attribute(child.get_child("tspan", {}), "font-weight") == "bold";
    if (!text.empty()) figure->texts.push_back({text, box_of(group, text, bold), in_plot});
  }
}

void add_mark(const Tree& use, bool in_plot, DrawnFigure* figure) {
  const std::vector<double> at = numbers_in(attribute(use, "transform"));
  const double half = at.at(2);
  figure->marks.push_back(
      {{at[0], at[1]}, {at[0] - half, at[1] - half, at[0] + half, at[1] + half}, in_plot});
}

void add_line(const std::string& corners, bool in_plot, DrawnFigure* figure) {
  const auto add = [&](const std::string& stretch) {
    const std::vector<double> numbers = numbers_in(stretch);
    DrawnLine line{{}, in_plot};
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
      line.corners.push_back({numbers[i], numbers[i + 1]});
    }
    if (!line.corners.empty()) figure->lines.push_back(line);
  };
  for (const std::string& stretch : base::split(corners, 'M')) add(stretch);
}

void read(const Tree& node, bool in_plot, DrawnFigure* figure) {
  static const std::regex plot("(.*_plot_[0-9]+[a-z]?|gnuplot_plot_.*)");
  for (const auto& [name, child] : node) {
    const bool inside = in_plot || std::regex_match(attribute(child, "id"), plot);
    if (name == "g") {
      if (!attribute(child, "font-size").empty()) add_text(child, inside, figure);
      read(child, inside, figure);
    } else if (name == "a") {
      read(child, inside, figure);
    } else if (name == "use") {
      add_mark(child, inside, figure);
    } else if (name == "path" && attribute(child, "class") != "gridline") {
      add_line(attribute(child, "d"), inside, figure);
    } else if (name == "polygon") {
      add_line(attribute(child, "points"), inside, figure);
    }
  }
}

/// Every value that the script gives a setting, in order.
std::vector<double> settings(std::string_view script, const char* name) {
  const std::string key = std::string("set ") + name + " at screen ";
  std::vector<double> all;
  for (auto at = script.find(key); at != script.npos; at = script.find(key, at + 1)) {
    all.push_back(std::stod(std::string(script.substr(at + key.size(), 12))));
  }
  return all;
}

/// Whether the stretch from one place to the other meets the box.
bool meets(const Place& from, const Place& to, const Box& box) {
  const double length = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
  const int steps = static_cast<int>(length) + 1;
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    if (box.contains({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}, -1)) {
      return true;
    }
  }
  return false;
}

bool meets(const DrawnLine& line, const Box& box) {
  for (std::size_t i = 1; i < line.corners.size(); ++i) {
    if (meets(line.corners[i - 1], line.corners[i], box)) return true;
  }
  return false;
}

}  // namespace

bool Box::overlaps(const Box& other, double allowed) const {
  return std::min(right, other.right) - std::max(left, other.left) > allowed &&
         std::min(bottom, other.bottom) - std::max(top, other.top) > allowed;
}

bool Box::contains(const Place& place, double margin) const {
  return place.x > left - margin && place.x < right + margin && place.y > top - margin &&
         place.y < bottom + margin;
}

DrawnFigure drawn_in(const std::string& svg) {
  std::istringstream in(svg);
  Tree tree;
  boost::property_tree::read_xml(in, tree);
  const Tree& root = tree.get_child("svg");
  DrawnFigure figure;
  figure.page = {0, 0, std::stod(attribute(root, "width")), std::stod(attribute(root, "height"))};
  read(root, false, &figure);
  return figure;
}

std::vector<Box> plots_in(std::string_view script, const Box& page) {
  const std::vector<double> left = settings(script, "lmargin"), top = settings(script, "tmargin"),
                            right = settings(script, "rmargin"),
                            bottom = settings(script, "bmargin");
  // Those of the page come first where there are several plots.
  const bool several = script.find("set multiplot") != script.npos;
  std::vector<Box> plots;
  for (std::size_t i = several ? 1 : 0; i < left.size(); ++i) {
    plots.push_back({left[i] * page.right, (1 - top.at(i)) * page.bottom, right.at(i) * page.right,
                     (1 - bottom.at(i)) * page.bottom});
  }
  return plots;
}

std::vector<std::string> faults_of_texts(const DrawnFigure& figure) {
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < figure.texts.size(); ++i) {
    const auto& [text, box, in_plot] = figure.texts[i];
    for (std::size_t j = 0; j < i; ++j) {
      if (!box.overlaps(figure.texts[j].box)) continue;
      faults.push_back(fmt::format("`{}` is over `{}`", text, figure.texts[j].text));
    }
    const auto hides = [&box = box](const DrawnMark& mark) { return box.overlaps(mark.box); };
    if (std::ranges::any_of(figure.marks, hides)) {
      faults.push_back(fmt::format("`{}` is over a mark", text));
    }
    const auto crosses = [&box = box](const DrawnLine& line) {
      return line.in_plot && meets(line, box);
    };
    if (!in_plot && std::ranges::any_of(figure.lines, crosses)) {
      faults.push_back(fmt::format("`{}` is over a line", text));
    }
    if (!figure.page.contains({box.left, box.top}, 0) ||
        !figure.page.contains({box.right, box.bottom}, 0)) {
      faults.push_back(fmt::format("`{}` leaves the page", text));
    }
  }
  return faults;
}

std::vector<std::string> faults_of_data(const DrawnFigure& figure, const std::vector<Box>& plots) {
  constexpr double allowed = 2;  // pixels
  std::vector<std::string> faults;
  const auto out = [&](const Place& place) {
    return std::ranges::none_of(plots,
                                [&](const Box& box) { return box.contains(place, allowed); });
  };
  const auto within = [&](const Place& place) {
    return std::ranges::any_of(plots,
                               [&](const Box& box) { return box.contains(place, -allowed); });
  };
  const auto in_one = [&](const DrawnLine& line) {
    return std::ranges::any_of(plots, [&](const Box& box) {
      return std::ranges::all_of(
          line.corners, [&](const Place& corner) { return box.contains(corner, allowed); });
    });
  };
  for (const DrawnMark& mark : figure.marks) {
    if (mark.in_plot && out(mark.middle)) {
      faults.push_back(
          fmt::format("a mark at {}, {} is out of the plot", mark.middle.x, mark.middle.y));
    }
  }
  for (const DrawnLine& line : figure.lines) {
    const bool leaves = !in_one(line);
    const bool begins_within = std::ranges::any_of(line.corners, within);
    if (leaves && (line.in_plot || begins_within)) {
      faults.push_back(fmt::format("a line from {}, {} leaves the plot", line.corners.front().x,
                                   line.corners.front().y));
    }
  }
  return faults;
}

}  // namespace tests
