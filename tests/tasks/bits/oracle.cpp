#include "tests/tasks/bits/oracle.h"

#include <algorithm>

namespace tests {

std::string parity(const Question& asked) {
  return std::count(asked.items.begin(), asked.items.end(), "1") % 2 == 0 ? "0 ." : "1 .";
}

std::string parity_scratchpad(const Question& asked) {
  Words answer{"+"};
  bool odd = false;
  for (const auto& [mark, bit] : marked(asked.items)) {
    if (bit == "0") continue;
    odd = !odd;
    if (!mark.empty()) answer.push_back(mark);
    answer.push_back(odd ? "-" : "+");
  }
  return ended(answer);
}

std::string majority(const Question& asked) {
  Words bits = asked.items;
  std::sort(bits.begin(), bits.end());
  return bits[(bits.size() - 1) / 2] + " .";  // the lower median
}

std::string boolean_and(const Question& asked) {
  bool all = true;
  for (const std::string& bit : asked.items) all = all && bit != "0";
  return all ? "1 ." : "0 .";
}

}  // namespace tests
