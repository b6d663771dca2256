#include "tests/tasks/catalog/oracle.h"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "tests/tasks/blocks/in_words.h"
#include "tests/tasks/composition/oracle.h"
#include "tests/tasks/knowledge/oracle.h"
#include "tests/tasks/scan/oracle.h"

namespace tests {
namespace {

using Words = std::vector<std::string>;

struct Question {
  Words items, query;
};

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Question question(std::string_view prompt) {
  Question result;
  bool after_equals = false;
  std::istringstream words{std::string(prompt)};
  std::string word;
  words >> word;  // the task
  while (words >> word) {
    if (word == "=") {
      after_equals = true;
    } else {
      (after_equals ? result.query : result.items).push_back(word);
    }
  }
  return result;
}

std::vector<int> in_order(const Words& items) {
  std::vector<int> values;
  for (const std::string& item : items) values.push_back(std::stoi(item));
  std::sort(values.begin(), values.end());
  return values;
}

Words words(const std::vector<int>& values) {
  Words result;
  for (const int value : values) result.push_back(std::to_string(value));
  return result;
}

std::string ended(Words answer) {
  answer.push_back(".");
  return joined(answer);
}

/// The sorted list after the first q.
std::vector<int> after(const Question& asked) {
  std::vector<int> rest;
  const int q = std::stoi(asked.query.at(0));
  for (const int value : in_order(asked.items)) {
    if (value >= q) rest.push_back(value);
  }
  rest.erase(rest.begin());
  return rest;
}

std::string identity_successor(const Question& asked) {
  const int q = std::stoi(asked.query.at(0));
  std::vector<int> window;
  for (const int value : after(asked)) {
    window.push_back(value);
    if (value != q) return joined(words(window));
  }
  return ended(words(window));
}

std::string neighbour(const Question& asked, int direction) {
  const int q = std::stoi(asked.query.at(0));
  std::vector<int> beyond;
  for (const int value : in_order(asked.items)) {
    if ((value - q) * direction > 0) beyond.push_back(value);
  }
  if (beyond.empty()) return ".";
  return std::to_string(direction > 0 ? beyond.front() : beyond.back()) + " .";
}

std::string fill(const Question& asked) {
  const Words sorted = words(in_order(asked.items));
  Words missing;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (asked.query.at(i) == "_") missing.push_back(sorted[i]);
  }
  return ended(missing);
}

std::string count(const Question& asked) {
  const auto copies = std::count(asked.items.begin(), asked.items.end(), asked.query.at(0));
  return std::to_string(copies) + " .";
}

std::string parity(const Question& asked) {
  return std::count(asked.items.begin(), asked.items.end(), "1") % 2 == 0 ? "0 ." : "1 .";
}

/// Of each item its hint ("" without hints) and itself.
std::vector<std::pair<std::string, std::string>> hinted(const Words& text) {
  std::vector<std::pair<std::string, std::string>> items;
  std::string hint;
  for (const std::string& word : text) {
    if (word.front() == 'h') {
      hint = word;
    } else {
      items.emplace_back(hint, word);
    }
  }
  return items;
}

std::string parity_scratchpad(const Question& asked) {
  Words answer{"+"};
  bool odd = false;
  for (const auto& [hint, bit] : hinted(asked.items)) {
    if (bit == "0") continue;
    odd = !odd;
    if (!hint.empty()) answer.push_back(hint);
    answer.push_back(odd ? "-" : "+");
  }
  return ended(answer);
}

std::string count_up(const Question& asked) {
  Words numbers;
  for (int i = std::stoi(asked.items.at(0)); i <= std::stoi(asked.items.at(1)); ++i) {
    numbers.push_back(std::to_string(i));
  }
  return ended(numbers);
}

std::string mode(const Question& asked) {
  std::map<std::string, int> occurrences;
  for (const std::string& item : asked.items) ++occurrences[item];
  std::multimap<int, std::string> by_frequency;
  for (const auto& [item, count] : occurrences) by_frequency.emplace(count, item);
  if (by_frequency.count(by_frequency.rbegin()->first) != 1) return "no mode";
  return by_frequency.rbegin()->second + " .";
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

/// The digits of the sum, the lowest first, each after the hint of its place.
Words sum_from_lowest(const Question& asked) {
  const auto middle = std::find(asked.items.begin(), asked.items.end(), "+");
  const auto a = hinted({asked.items.begin(), middle});
  const auto b = hinted({middle + 1, asked.items.end()});
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

std::string addition(const Question& asked) {
  Words forward;
  for (const auto& [hint, digit] : hinted(sum_from_lowest(asked))) {
    forward.insert(forward.begin(), digit);
    if (!hint.empty()) forward.insert(forward.begin(), hint);
  }
  return ended(forward);
}

using Rule = std::function<std::string(const Question&)>;

const std::map<std::string, Rule, std::less<>>& rules() {
  static const std::map<std::string, Rule, std::less<>> all{
      {"parity", parity},
      {"parity_scratchpad", parity_scratchpad},
      {"sorting", [](const Question& asked) { return ended(words(in_order(asked.items))); }},
      {"identity_successor", identity_successor},
      {"sorted_suffix", [](const Question& asked) { return ended(words(after(asked))); }},
      {"successor", [](const Question& asked) { return neighbour(asked, 1); }},
      {"predecessor", [](const Question& asked) { return neighbour(asked, -1); }},
      {"count", count},
      {"fill", fill},
      {"minimum", [](const Question& asked) { return ended({words(in_order(asked.items))[0]}); }},
      {"maximum",
       [](const Question& asked) { return ended({words(in_order(asked.items)).back()}); }},
      {"identity_copy", [](const Question& asked) { return ended(asked.items); }},
      {"unique_copy", [](const Question& asked) { return ended(asked.items); }},
      {"repeat_copy", [](const Question& asked) { return ended(asked.items); }},
      {"count_up", count_up},
      {"mode", mode},
      {"hard_mode", mode},
      {"majority", majority},
      {"boolean_and", boolean_and},
      {"addition", addition},
      {"reversed_addition", [](const Question& asked) { return ended(sum_from_lowest(asked)); }},
      {"two_hop", [](const Question& asked) { return ended(two_hop(asked.items)); }},
      {"parallel_two_hop",
       [](const Question& asked) { return ended(parallel_two_hop(asked.items)); }},
      {"three_hop", [](const Question& asked) { return ended(chain(12, asked.items)); }},
      {"chain", [](const Question& asked) { return ended(chain(10, asked.items)); }},
      {"non_tree", [](const Question& asked) { return ended(non_tree(asked.items)); }},
      {"knowledge", [](const Question& asked) { return ended(knowledge(asked.items)); }},
      {"comparison", [](const Question& asked) { return ended(comparison(asked.items)); }},
      {"scan", [](const Question& asked) { return ended(carried_out(asked.items)); }},
      {"parity_of_length",
       [](const Question& asked) {
         return std::string(asked.items.size() % 2 == 1 ? "odd ." : "even .");
       }},
  };
  return all;
}

}  // namespace

std::string right_answer(std::string_view task, std::string_view prompt) {
  if (task == "plan_check") return checked_plan(prompt);
  const auto rule = rules().find(task);
  if (rule == rules().end()) throw std::out_of_range("no oracle for " + std::string(task));
  return rule->second(question(prompt));
}

bool is_right(std::string_view task, std::string_view prompt, std::string_view answer) {
  if (task == "blocksworld") return plan_is_right(prompt, answer);
  return answer == right_answer(task, prompt);
}

}  // namespace tests
