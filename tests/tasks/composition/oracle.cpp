#include "tests/tasks/composition/oracle.h"

#include "base/random.h"

namespace tests {
namespace {

using Words = std::vector<std::string>;

/// f_number(arguments) over `n` entities, in the world of seed 0.
std::string f(int number, int n, const Words& arguments) {
  int draws = 0;
  for (const std::string& argument : arguments) draws = draws * n + std::stoi(argument.substr(1));
  base::Random random(0, "composition table", static_cast<std::uint64_t>(number - 1));
  for (int i = 0; i < draws; ++i) random.below(n);
  return "t" + std::to_string(random.below(n));
}

}  // namespace

Words two_hop(const Words& x) { return {f(2, 20, {f(1, 20, {x[0], x[1]}), x[2]})}; }

Words parallel_two_hop(const Words& x) {
  return {f(3, 12, {f(1, 12, {x[0], x[1]}), f(2, 12, {x[2], x[3]})})};
}

Words chain(int entities, const Words& x) {
  std::string value = x[0];
  for (std::size_t i = 1; i < x.size(); ++i) {
    value = f(static_cast<int>(i), entities, {value, x[i]});
  }
  return {value};
}

Words non_tree(const Words& x) { return {f(2, 20, {f(1, 20, {x[0], x[1]}), x[1], x[2]})}; }

}  // namespace tests
