#include "lab/probe/discriminant.h"

#include <catch2/catch.hpp>

#include "base/random.h"

namespace lab::probe {
namespace {

TEST_CASE("classes on a line are told apart, the middle one too") {
  Discriminant::Matrix states(300, 3);
  std::vector<int> labels;
  base::Random random(1, "states");
  for (int i = 0; i < 300; ++i) {
    labels.push_back(10 * (i % 5));
    for (int j = 0; j < 3; ++j) states(i, j) = static_cast<float>(0.1 * random.normal());
    states(i, 1) += static_cast<float>(i % 5);
  }
  const Discriminant fitted(states.topRows(200), std::span(labels).first(200));
  const auto said = fitted.labels_of(states.bottomRows(100));
  CHECK(std::equal(said.begin(), said.end(), labels.begin() + 200));
}

TEST_CASE("states that are all the same give the commonest label") {
  const Discriminant::Matrix states = Discriminant::Matrix::Constant(5, 2, 3);
  const Discriminant fitted(states, std::vector<int>{4, 7, 7, 4, 7});
  CHECK(fitted.labels_of(states) == std::vector<int>{7, 7, 7, 7, 7});
}

}  // namespace
}  // namespace lab::probe
