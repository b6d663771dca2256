#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "lab/report/drawing/shape.h"

namespace lab::report::drawing {

/// A colour of our figures and the style sheet's name for it, which has another in the dark.
struct NamedColor {
  std::uint32_t color;
  std::string_view variable;
};

/// Of letters, axes, lines and marks (lab/figure).
inline constexpr std::array figure_colors{
    NamedColor{0x000000, "--k0"}, NamedColor{0x222222, "--k2"}, NamedColor{0x444444, "--k4"},
    NamedColor{0x505050, "--k5"}, NamedColor{0x555555, "--k6"}, NamedColor{0x666666, "--k6"},
    NamedColor{0x777777, "--k7"}, NamedColor{0xa0a0a0, "--ka"}, NamedColor{0xe4e4e4, "--ke"},
    NamedColor{0xf0f0f0, "--kf"}, NamedColor{0xffffff, "--back"}, NamedColor{0x0072b2, "--c1"},
    NamedColor{0xd55e00, "--c2"}, NamedColor{0x009e73, "--c3"}, NamedColor{0xcc79a7, "--c4"},
    NamedColor{0xe69f00, "--c5"}, NamedColor{0x56b4e9, "--c6"},
    // gnuplot's own, where a script names none
    NamedColor{0x9400d3, "--c7"}, NamedColor{0xf0e442, "--c8"}, NamedColor{0xe51e10, "--c9"}};

/// Of maps: what a cell of the highest value is, others are between it and white.
inline constexpr std::array map_colors{NamedColor{0x4a9fd8, "--m1"}, NamedColor{0x0072b2, "--m1"},
                                       NamedColor{0xd55e00, "--m2"}};

/// What a colour is called; nothing if it is none of ours.
std::optional<std::string_view> figure_color(std::uint32_t color);

/// A cell's colour as one of map_colors so opaque over white; nothing if it is between none of them
/// and white.
struct MapColor {
  std::string_view variable;
  double opacity = 0;  ///< 0 .. 1
};
std::optional<MapColor> map_color(std::uint32_t color);

}  // namespace lab::report::drawing
