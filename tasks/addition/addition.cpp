#include "tasks/addition/addition.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::addition {
namespace {

constexpr Token ten = 10;  // a digit is its own id, then these
enum : Token { plus = ten, equals, end, addition, first_mark };

bool is_digit(Token token) { return 0 <= token && token < ten; }

std::string task_token(const AdditionConfig& config) {
  return config.order == DigitOrder::forward ? "<addition>" : "<reversed_addition>";
}

MarkTokens marks_of(const AdditionConfig& config) {
  base::require(config.max_digits >= 1, "max_digits: must be >= 1, got ", config.max_digits);
  return {first_mark, config.hints == IndexMarks::on ? config.max_digits + 1 : 0};
}

Vocabulary vocabulary_with(const AdditionConfig& config, const MarkTokens& marks) {
  std::vector<std::string> names;
  for (int digit = 0; digit < ten; ++digit) names.push_back(std::to_string(digit));
  names.insert(names.end(), {"+", "=", std::string(end_token), task_token(config)});
  append_names(marks, names);
  return Vocabulary(std::move(names));
}

/// Digits in the order of prompts, one 0 above them.
std::vector<Token> padded(const std::vector<int>& lowest_first) {
  std::vector<Token> digits{0};
  digits.insert(digits.end(), lowest_first.rbegin(), lowest_first.rend());
  return digits;
}

std::vector<Token> sum_of(const std::vector<Token>& a, const std::vector<Token>& b) {
  std::vector<Token> sum(a.size());
  int carry = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int digits = a[i] + b[i] + carry;
    sum[i] = digits % ten;
    carry = digits / ten;
  }
  return sum;
}

/// Whether b taken from `sum` leaves a.
bool leaves(const std::vector<Token>& sum, const std::vector<Token>& b,
            const std::vector<Token>& a) {
  if (sum.size() != a.size() || !std::ranges::all_of(sum, is_digit)) return false;
  int borrowed = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int left = sum[i] - b[i] - borrowed;
    borrowed = left < 0 ? 1 : 0;
    if (left + ten * borrowed != a[i]) return false;
  }
  return borrowed == 0;
}

}  // namespace

std::vector<Introduction<AdditionConfig>> Addition::introductions() {
  return {
      {"addition",
       "add two numbers",
       "The prompt is two numbers, padded to one digit more than the longer has. The answer\n"
       "is the digits of their sum, as many, then the end token.",
       "<addition> 0 4 2 + 0 3 9 =",
       "0 8 1 .",
       {}},
      {"reversed_addition",
       "add two numbers, the lowest digit of the sum first",
       "The prompt is as that of addition. The answer is the digits of the sum from the lowest\n"
       "to the highest, then the end token.",
       "<reversed_addition> 0 4 2 + 0 3 9 =",
       "1 8 0 .",
       {.order = DigitOrder::reversed}}};
}

Addition::Addition(const AdditionConfig& config)
    : config_(config),
      marks_(marks_of(config)),
      vocabulary_(vocabulary_with(config, marks_)),
      fragments_(made_fragments()) {}

std::string_view Addition::name() const {
  return config_.order == DigitOrder::forward ? "addition" : "reversed_addition";
}

std::optional<Addition::Operands> Addition::parsed(std::span<const Token> prompt) const {
  if (prompt.size() < 2 || prompt.front() != addition || prompt.back() != equals) return {};
  const auto middle = std::ranges::find(prompt, Token{plus});
  if (middle == prompt.end()) return {};
  const auto a = without_marks(marks_, {prompt.begin() + 1, middle});
  const auto b = without_marks(marks_, {middle + 1, prompt.end() - 1});
  if (!a || !b || a->start != b->start || a->items.size() != b->items.size()) return {};
  const auto fits = [](const MarkedItems& operand) {
    return operand.items.size() >= 2 && operand.items[0] == 0 &&
           std::ranges::all_of(operand.items, is_digit);
  };
  if (!fits(*a) || !fits(*b)) return {};
  if (a->items.size() > 2 && a->items[1] == 0 && b->items[1] == 0) return {};
  return Operands{a->items, b->items, a->start};
}

Addition::Operands Addition::operands_of(std::span<const Token> prompt) const {
  auto operands = parsed(prompt);
  if (!operands) {
    const std::string_view digits =
        marks_.on() ? " h5 0 h6 4 h7 2 + h5 0 h6 3 h7 9 =" : " 0 4 2 + 0 3 9 =";
    require_prompt(false, *this, prompt, base::concat(task_token(config_), digits));
  }
  return *std::move(operands);
}

std::vector<Token> Addition::in_order(std::vector<Token> text) const {
  if (config_.order == DigitOrder::forward) return text;
  std::ranges::reverse(text);
  for (std::size_t i = 0; marks_.on() && i + 1 < text.size(); i += 2) {
    std::swap(text[i], text[i + 1]);
  }
  return text;
}

Example Addition::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const Token start = random_start(marks_, random);
  const DigitPair pair = sample_digits(config_.digits, difficulty, random);
  const std::vector<Token> a = padded(pair.a), b = padded(pair.b);
  Example example{{addition}, in_order(with_marks(marks_, start, sum_of(a, b))), difficulty};
  const auto append = [&](const std::vector<Token>& digits, Token after) {
    const std::vector<Token> text = with_marks(marks_, start, digits);
    example.prompt.insert(example.prompt.end(), text.begin(), text.end());
    example.prompt.push_back(after);
  };
  append(a, plus);
  append(b, equals);
  example.answer.push_back(end);
  return example;
}

bool Addition::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const Operands asked = operands_of(prompt);
  if (answer.empty() || answer.back() != end) return false;
  const auto sum = without_marks(marks_, in_order({answer.begin(), answer.end() - 1}));
  return sum && sum->start == asked.start && leaves(sum->items, asked.b, asked.a);
}

std::uint64_t Addition::question_key(std::span<const Token> prompt) const {
  auto [a, b, start] = operands_of(prompt);
  if (b < a) std::swap(a, b);
  a.insert(a.end(), b.begin(), b.end());
  return base::digest(std::span<const Token>(a));
}

Content Addition::content(std::span<const Token> prompt) const {
  const Operands asked = operands_of(prompt);
  const auto number = [&](const std::vector<Token>& digits) {
    std::string text;
    for (const Token digit : digits) {
      if (!text.empty() || digit != 0) text += vocabulary_.name(digit);
    }
    return text.empty() ? "0" : text;
  };
  return {std::string(numbers_content), {number(asked.a), number(asked.b)}, true};
}

int Addition::answer_limit(std::span<const Token> prompt) const {
  return (marks_.on() ? 2 : 1) * static_cast<int>(operands_of(prompt).a.size()) + 1;
}

double Addition::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_of_sum(config_.digits, difficulty);
}

std::map<std::string, int> Addition::facets(const Example& example) const {
  const auto [a, b, start] = operands_of(example.prompt);
  int carries = 0, chain = 0, longest = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const bool carried = chain > 0;
    chain = a[i] + b[i] + (carried ? 1 : 0) >= ten ? chain + 1 : 0;
    carries += chain > 0 ? 1 : 0;
    longest = std::max(longest, chain);
  }
  return {{"length", static_cast<int>(a.size()) - 1},
          {"carries", carries},
          {"longest_carry_chain", longest}};
}

}  // namespace tasks::addition
