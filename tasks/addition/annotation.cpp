#include "tasks/addition/addition.h"

// What probes may look for in a model that adds. Row 0 is the task token, then come the digits of
// both operands, each behind its mark if there are marks, and the sum in the order it is written.

namespace tasks::addition {

Annotation Addition::annotation(const Example& example) const {
  const int digits = static_cast<int>(operands_of(example.prompt).a.size());
  const int stride = marks_.on() ? 2 : 1, before_digit = stride - 1;
  const int plus = 1 + stride * digits, equals = plus + 1 + stride * digits;
  Annotation all{{"task"}, {}, {}, {}};
  const auto add_roles = [&](const char* digit, int count) {
    for (int i = 0; i < count; ++i) {
      if (marks_.on()) all.roles.emplace_back("hint");
      all.roles.emplace_back(digit);
    }
  };
  add_roles("first", digits);
  all.roles.emplace_back("plus");
  add_roles("second", digits);
  all.roles.emplace_back("equals");
  all.roles.resize(static_cast<std::size_t>(equals + std::ssize(example.answer)), "answer");
  for (int k = 0; k < std::ssize(example.answer); ++k) {
    all.tokens.push_back({"next", equals + k, example.answer[static_cast<std::size_t>(k)]});
  }
  for (int k = 0; k < digits; ++k) {  // the k-th digit that is written, the i-th from the highest
    const int i = config_.order == DigitOrder::forward ? k : digits - 1 - k;
    const int first = 1 + stride * i + before_digit;
    all.links.push_back({"same_significance",
                         equals + stride * k + before_digit,
                         {first, first + stride * digits + 1}});
  }
  return all;
}

}  // namespace tasks::addition
