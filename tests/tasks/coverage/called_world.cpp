#include "tests/tasks/coverage/called_world.h"

namespace tests {

tasks::coverage::CalledFunction two_hop_function(int n, std::uint64_t seed, int noise) {
  base::Random random(seed, "called world");
  std::vector<int> first, second;
  for (int i = 0; i < n * n; ++i) {
    first.push_back(static_cast<int>(random.below(n)));
    second.push_back(static_cast<int>(random.below(n)));
  }
  tasks::coverage::CalledFunction function;
  function.sizes = {n, n, n};
  function.calls = 2;
  for (int pair = 0; pair < n * n; ++pair) {
    for (int x3 = 0; x3 < n; ++x3) {
      const int call = first[static_cast<std::size_t>(pair)] * n + x3;
      const int label = second[static_cast<std::size_t>(call)];
      function.made.insert(function.made.end(), {pair, n * n + call});
      function.truth.push_back(label);
      const bool wrong = noise > 0 && random.below(noise) == 0;
      function.shown.push_back(wrong ? (label + 1) % n : label);
    }
  }
  return function;
}

std::vector<char> drawn_inputs(const tasks::coverage::CalledFunction& function, int of,
                               std::uint64_t seed) {
  base::Random random(seed, "drawn inputs");
  std::vector<char> drawn;
  for (std::size_t i = 0; i < function.truth.size(); ++i) {
    drawn.push_back(random.below(of) == 0 ? 1 : 0);
  }
  return drawn;
}

}  // namespace tests
