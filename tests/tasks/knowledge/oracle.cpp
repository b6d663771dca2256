#include "tests/tasks/knowledge/oracle.h"

#include "base/random.h"

namespace tests {
namespace {

using Words = std::vector<std::string>;

int number(const std::string& word) { return std::stoi(word.substr(1)); }

/// The first draw below `bound`, in the world of seed 0.
int first_draw(const std::string& stream, int index, int bound) {
  base::Random random(0, stream, static_cast<std::uint64_t>(index));
  return static_cast<int>(random.below(bound));
}

int value(const std::string& attribute, const std::string& entity) {
  return first_draw("comparison value", number(attribute) * 100 + number(entity), 20);
}

}  // namespace

Words knowledge(const Words& asked) {
  int at = number(asked[0]);  // of 100 entities with a fact for each of 20 relations
  for (std::size_t i = 1; i < asked.size(); ++i) {
    if (asked[i] != "same") at = first_draw("knowledge tail", at * 20 + number(asked[i]), 100);
  }
  return {"e" + std::to_string(at)};
}

Words comparison(const Words& asked) {
  const int first = value(asked[0], asked[1]);
  if (asked.size() == 2) return {"v" + std::to_string(first)};
  const int second = value(asked[0], asked[2]);
  if (first == second) return {"equal"};
  return {first < second ? "less" : "greater"};
}

}  // namespace tests
