#include "lab/report/drawing/colors.h"

#include <algorithm>
#include <cmath>

namespace lab::report::drawing {
namespace {

constexpr double white = 255;

using Channels = std::array<double, 3>;

Channels channels_of(std::uint32_t color) {
  return {static_cast<double>(color >> 16U), static_cast<double>(color >> 8U & 0xffU),
          static_cast<double>(color & 0xffU)};
}

/// How far the colour is from `share` of `full` over white, of 255, in the channel that is worst.
double distance(const Channels& color, const Channels& full, double share) {
  double worst = 0;
  for (std::size_t i = 0; i < color.size(); ++i) {
    worst = std::max(worst, std::abs(white + share * (full[i] - white) - color[i]));
  }
  return worst;
}

}  // namespace

std::optional<std::string_view> figure_color(std::uint32_t color) {
  const auto found = std::ranges::find(figure_colors, color, &NamedColor::color);
  if (found == figure_colors.end()) return std::nullopt;
  return found->variable;
}

std::optional<MapColor> map_color(std::uint32_t color) {
  double nearest = 1.5;  // of 255: channels are rounded
  std::optional<MapColor> best;
  const Channels shown = channels_of(color);
  for (const NamedColor& one : map_colors) {
    const Channels full = channels_of(one.color);  // red has the widest range or the next to it
    const std::size_t widest = full[0] < full[2] ? 0 : 2;
    const double share = (shown[widest] - white) / (full[widest] - white);
    const double away = distance(shown, full, share);
    if (share > 1 || away >= nearest) continue;
    nearest = away;
    best = {one.variable, share};
  }
  return best;
}

}  // namespace lab::report::drawing
