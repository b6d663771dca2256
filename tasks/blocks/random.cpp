#include "tasks/blocks/random.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/error.h"

namespace tasks::blocks {
namespace {

constexpr std::uint64_t low_half = 0xffffffff;
constexpr int digit_bits = 32;

void drop_zeros(std::vector<std::uint32_t>& digits) {
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
}

/// Divides by `divisor`; the remainder is returned.
std::uint64_t divide(std::vector<std::uint32_t>& digits, std::uint64_t divisor) {
  std::uint64_t remainder = 0;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    const std::uint64_t part = (remainder << digit_bits) | *digit;
    *digit = static_cast<std::uint32_t>(part / divisor);
    remainder = part % divisor;
  }
  drop_zeros(digits);
  return remainder;
}

/// Which of the places 1 .. blocks - 1 of an order begin a new tower.
std::vector<bool> random_cuts(int blocks, int towers, base::Random& random) {
  std::vector<bool> cuts(static_cast<std::size_t>(blocks));
  int wanted = towers - 1;
  for (int place = 1; place < blocks; ++place) {
    const bool cut = random.below(blocks - place) < wanted;
    cuts[static_cast<std::size_t>(place)] = cut;
    wanted -= cut ? 1 : 0;
  }
  return cuts;
}

}  // namespace

Natural Natural::scaled(std::uint64_t factor, std::uint64_t divisor) const {
  Natural result;
  std::uint64_t carry = 0;
  for (const std::uint32_t digit : digits) {
    carry += digit * factor;
    result.digits.push_back(static_cast<std::uint32_t>(carry & low_half));
    carry >>= digit_bits;
  }
  result.digits.push_back(static_cast<std::uint32_t>(carry));
  base::promise(divide(result.digits, divisor) == 0, "a count divides without rest");
  return result;
}

Natural Natural::plus(const Natural& other) const {
  Natural result;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < std::max(digits.size(), other.digits.size()); ++i) {
    carry += i < digits.size() ? digits[i] : 0;
    carry += i < other.digits.size() ? other.digits[i] : 0;
    result.digits.push_back(static_cast<std::uint32_t>(carry & low_half));
    carry >>= digit_bits;
  }
  result.digits.push_back(static_cast<std::uint32_t>(carry));
  drop_zeros(result.digits);
  return result;
}

bool Natural::less_than(const Natural& other) const {
  if (digits.size() != other.digits.size()) return digits.size() < other.digits.size();
  return std::ranges::lexicographical_compare(digits.rbegin(), digits.rend(), other.digits.rbegin(),
                                              other.digits.rend());
}

Natural natural_below(const Natural& bound, base::Random& random) {
  base::promise(!bound.digits.empty(), "a bound is not zero");
  const auto top = low_half >> std::countl_zero(bound.digits.back());
  while (true) {
    Natural value{std::vector<std::uint32_t>(bound.digits.size())};
    for (std::uint32_t& digit : value.digits) {
      digit = static_cast<std::uint32_t>(random.bits() >> digit_bits);
    }
    value.digits.back() &= static_cast<std::uint32_t>(top);
    drop_zeros(value.digits);
    if (value.less_than(bound)) return value;
  }
}

BlocksSampler::BlocksSampler(int blocks) : blocks_(blocks) {
  base::require(blocks >= 1 && blocks <= max_blocks, "blocks: must be 1 to ", max_blocks, ", got ",
                blocks);
  Natural ways{{1}};
  for (int i = 2; i <= blocks; ++i) ways = ways.scaled(static_cast<std::uint64_t>(i), 1);
  cumulative_.push_back(ways);
  for (int t = 1; t < blocks; ++t) {
    ways = ways.scaled(static_cast<std::uint64_t>(blocks - t),
                       static_cast<std::uint64_t>(t) * static_cast<std::uint64_t>(t + 1));
    cumulative_.push_back(cumulative_.back().plus(ways));
  }
}

BlocksState BlocksSampler::draw(base::Random& random) const {
  const Natural point = natural_below(states(), random);
  const auto holds_point = [&](const Natural& sum) { return point.less_than(sum); };
  const auto found = std::ranges::find_if(cumulative_, holds_point);
  return random_towers(blocks_, static_cast<int>(found - cumulative_.begin()) + 1, random);
}

BlocksState random_towers(int blocks, int towers, base::Random& random) {
  base::require(towers >= 1 && towers <= blocks, "towers: must be 1 to ", blocks, ", got ", towers);
  std::vector<Block> order(static_cast<std::size_t>(blocks));
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(std::span(order));
  const std::vector<bool> cuts = random_cuts(blocks, towers, random);
  BlocksState state{std::vector<Block>(order.size(), on_table)};
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (!cuts[i]) state.put(order[i], order[i - 1]);
  }
  return state;
}

}  // namespace tasks::blocks
