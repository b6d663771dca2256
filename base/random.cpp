#include "base/random.h"

#include <cmath>
#include <numbers>

#include "base/error.h"

namespace base {
namespace {

// The finaliser of splitmix64 (Steele, Lea and Flood 2014): every bit out depends on every bit in.
std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

constexpr std::uint64_t golden_gamma = 0x9e3779b97f4a7c15ULL;  // 2^64 / golden ratio, odd

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream, std::uint64_t index)
    : Random(RandomStreams(seed, stream).at(index)) {}

RandomStreams::RandomStreams(std::uint64_t seed, std::string_view stream)
    : state_(digest(stream, seed)) {
  // Without a name, seed and index could change places.
  promise(!stream.empty(), "a random stream needs a name");
}

Random RandomStreams::at(std::uint64_t index) const {
  return Random(mix(state_ ^ mix(index + golden_gamma)));
}

std::uint64_t Random::bits() { return mix(state_ += golden_gamma); }

std::int64_t Random::below(std::int64_t bound) {
  promise(bound > 0, "Random::below needs a positive bound");
  const auto n = static_cast<std::uint64_t>(bound);
  const std::uint64_t reject_under = (0 - n) % n;  // 2^64 mod n
  std::uint64_t draw = bits();
  while (draw < reject_under) draw = bits();
  return static_cast<std::int64_t>(draw % n);
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Random::normal() {
  const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

std::uint64_t digest(std::span<const int> values, std::uint64_t seed) {
  std::uint64_t state = mix(seed + golden_gamma);
  for (const int v : values) state = mix(state ^ (static_cast<std::uint64_t>(v) + golden_gamma));
  return state;
}

std::uint64_t digest(std::string_view text, std::uint64_t seed) {
  std::uint64_t state = mix(seed + golden_gamma);
  for (const char c : text) state = mix(state ^ (static_cast<unsigned char>(c) + golden_gamma));
  return state;
}

}  // namespace base
