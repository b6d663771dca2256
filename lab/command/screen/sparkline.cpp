#include "lab/command/screen/sparkline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace lab::command::screen {
namespace {

constexpr std::array<const char*, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/// The means of `width` stretches as equal as can be, or the values themselves if they are fewer.
std::vector<double> stretches(const std::vector<double>& values, std::size_t width) {
  const std::size_t count = std::min(values.size(), width);
  std::vector<double> means;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * values.size() / count, end = (i + 1) * values.size() / count;
    double sum = 0;
    for (std::size_t j = begin; j < end; ++j) sum += values[j];
    means.push_back(sum / static_cast<double>(end - begin));
  }
  return means;
}

}  // namespace

std::string sparkline(std::span<const double> values, std::size_t width) {
  std::vector<double> finite;
  std::ranges::copy_if(values, std::back_inserter(finite),
                       [](double x) { return std::isfinite(x); });
  const std::vector<double> means = stretches(finite, width);
  if (means.empty()) return "";
  const auto [low, high] = std::ranges::minmax(means);
  std::string text;
  for (const double mean : means) {
    const double share = high > low ? (mean - low) / (high - low) : 0;
    text += bars[std::min<std::size_t>(static_cast<std::size_t>(share * 8), 7)];
  }
  return text;
}

}  // namespace lab::command::screen
