#include "lab/report/drawing/marks.h"

#include "base/numbers.h"
#include "lab/report/drawing/values.h"

namespace lab::report::drawing {
namespace {

const std::vector<Line>& plus() {
  static const std::vector<Line> lines{{{{-1, 0}, {1, 0}}}, {{{0, -1}, {0, 1}}}};
  return lines;
}

const std::vector<Line>& cross() {
  static const std::vector<Line> lines{{{{-1, -1}, {1, 1}}}, {{{1, -1}, {-1, 1}}}};
  return lines;
}

std::vector<Line> star() {
  std::vector<Line> lines = plus();
  lines.insert(lines.end(), cross().begin(), cross().end());
  return lines;
}

/// An outline by its corners.
std::vector<Line> outline(std::vector<std::array<double, 2>> corners) {
  return {{std::move(corners), true}};
}

std::vector<Line> diamond() {
  constexpr double far = 1.4142;  // a square's corner, turned by 45 degrees
  return outline({{0, -far}, {far, 0}, {0, far}, {-far, 0}});
}

std::vector<Line> pentagon() {
  return outline({{0, 1.33}, {1.265, 0.411}, {0.782, -1.067}, {-0.782, -1.076}, {-1.265, 0.411}});
}

}  // namespace

PointMark point_mark(std::string_view reference) {
  constexpr std::string_view named = "#gpPt";
  require_known(reference.starts_with(named));
  const auto number = base::number_in<int>(reference.substr(named.size()));
  require_known(number && 0 <= *number && *number <= 14);
  const bool filled = *number > 3 && *number % 2 == 0;
  switch ((*number + 1) / 2) {  // from 3 on, each open and filled
    case 0:
      return {plus()};
    case 1:
      return {*number == 1 ? cross() : star()};
    case 2:
      return {outline({{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}), 0, filled};
    case 3:
      return {{}, 1, filled};
    case 4:
      return {outline({{0, -1.33}, {-1.33, 0.67}, {1.33, 0.67}}), 0, filled};
    case 5:
      return {outline({{0, 1.33}, {1.33, -0.67}, {-1.33, -0.67}}), 0, filled};
    case 6:
      return {diamond(), 0, filled};
    default:
      return {pentagon(), 0, filled};
  }
}

}  // namespace lab::report::drawing
