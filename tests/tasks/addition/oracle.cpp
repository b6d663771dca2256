#include "tests/tasks/addition/oracle.h"

#include <algorithm>

namespace tests {
namespace {

/// The digits of the sum, the lowest first, each after the mark of its place.
Words sum_from_lowest(const Question& asked) {
  const auto middle = std::find(asked.items.begin(), asked.items.end(), "+");
  const auto a = marked({asked.items.begin(), middle});
  const auto b = marked({middle + 1, asked.items.end()});
  Words answer;
  bool carry = false;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int sum = std::stoi(a.at(i).second) + std::stoi(b.at(i).second) + (carry ? 1 : 0);
    carry = sum > 9;
    if (!a.at(i).first.empty()) answer.push_back(a.at(i).first);
    answer.push_back(std::to_string(carry ? sum - 10 : sum));
  }
  return answer;
}

}  // namespace

std::string addition(const Question& asked) {
  Words forward;
  for (const auto& [mark, digit] : marked(sum_from_lowest(asked))) {
    forward.insert(forward.begin(), digit);
    if (!mark.empty()) forward.insert(forward.begin(), mark);
  }
  return ended(forward);
}

std::string reversed_addition(const Question& asked) { return ended(sum_from_lowest(asked)); }

}  // namespace tests
