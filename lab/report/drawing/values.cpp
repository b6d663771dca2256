#include "lab/report/drawing/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/numbers.h"
#include "base/text.h"

namespace lab::report::drawing {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view without_ends(std::string_view text) {
  const auto first = text.find_first_not_of(white_space);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::vector<std::array<double, 2>> points_in(std::string_view text) {
  const std::vector<double> numbers = numbers_in(text);
  require_known(numbers.size() % 2 == 0);
  std::vector<std::array<double, 2>> points;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    points.push_back({numbers[i], numbers[i + 1]});
  }
  return points;
}

Paint from_channels(std::string_view text) {
  std::uint32_t color = 0;
  const std::vector<double> channels = numbers_in(text);
  require_known(channels.size() == 3);
  for (const double channel : channels) {
    require_known(0 <= channel && channel <= 255 && channel == std::floor(channel));
    color = color << 8U | static_cast<std::uint32_t>(channel);
  }
  return color;
}

Paint from_digits(std::string_view digits) {
  std::uint32_t color = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, color, 16);
  require_known(digits.size() == 6 && error == std::errc() && rest == end);
  return color;
}

}  // namespace

void require_known(bool known) {
  if (!known) throw NotOurs{};
}

double number_of(std::string_view text) {
  const auto number = base::number_in<double>(without_ends(text));
  require_known(number && std::isfinite(*number) && std::abs(*number) < 1e6);
  return *number;
}

std::vector<double> numbers_in(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace_if(
      spaced, [](char c) { return c == ',' || white_space.find(c) != white_space.npos; }, ' ');
  std::vector<double> numbers;
  for (const std::string& word : base::split(spaced, ' ')) {
    if (!word.empty()) numbers.push_back(number_of(word));
  }
  return numbers;
}

std::string numbers_text(std::string_view text) {
  return base::joined(numbers_in(text), base::shortest_text, " ");
}

Paint paint_in(std::string_view text) {
  text = without_ends(text);
  if (text == "none") return std::nullopt;
  if (text == "black") return 0;
  if (text.starts_with('#')) return from_digits(text.substr(1));
  constexpr std::string_view channels = "rgb(";
  require_known(text.starts_with(channels) && text.ends_with(')'));
  return from_channels(text.substr(channels.size(), text.size() - channels.size() - 1));
}

std::vector<Call> calls_in(std::string_view text) {
  std::vector<Call> calls;
  for (text = without_ends(text); !text.empty(); text = without_ends(text)) {
    const auto open = text.find('('), close = text.find(')');
    require_known(open != text.npos && close != text.npos && open < close);
    calls.push_back({text.substr(0, open), numbers_in(text.substr(open + 1, close - open - 1))});
    text.remove_prefix(close + 1);
  }
  return calls;
}

std::vector<Line> path_in(std::string_view text) {
  std::vector<Line> lines;
  text = without_ends(text);
  while (!text.empty()) {
    const char command = text.front();
    const auto next = std::min(text.find_first_of("MLZz", 1), text.size());
    const auto points = points_in(text.substr(1, next - 1));
    text.remove_prefix(next);
    if (command == 'M') {
      require_known(points.size() == 1);
      lines.push_back({points});
      continue;
    }
    require_known(!lines.empty() && !lines.back().closed);
    lines.back().closed = command == 'Z' || command == 'z';
    require_known(lines.back().closed ? points.empty() : command == 'L' && !points.empty());
    std::ranges::copy(points, std::back_inserter(lines.back().points));
  }
  return lines;
}

std::vector<Line> polygon_in(std::string_view text) { return {{points_in(text), true}}; }

}  // namespace lab::report::drawing
