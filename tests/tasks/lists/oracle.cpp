#include "tests/tasks/lists/oracle.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace tests {
namespace {

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

std::string neighbour(const Question& asked, int direction) {
  const int q = std::stoi(asked.query.at(0));
  std::vector<int> beyond;
  for (const int value : in_order(asked.items)) {
    if ((value - q) * direction > 0) beyond.push_back(value);
  }
  if (beyond.empty()) return ".";
  return std::to_string(direction > 0 ? beyond.front() : beyond.back()) + " .";
}

}  // namespace

std::string sorting(const Question& asked) { return ended(words(in_order(asked.items))); }

std::string identity_successor(const Question& asked) {
  const int q = std::stoi(asked.query.at(0));
  std::vector<int> window;
  for (const int value : after(asked)) {
    window.push_back(value);
    if (value != q) return base::joined(words(window), " ");
  }
  return ended(words(window));
}

std::string sorted_suffix(const Question& asked) { return ended(words(after(asked))); }

std::string successor(const Question& asked) { return neighbour(asked, 1); }

std::string predecessor(const Question& asked) { return neighbour(asked, -1); }

std::string count(const Question& asked) {
  const auto copies = std::count(asked.items.begin(), asked.items.end(), asked.query.at(0));
  return std::to_string(copies) + " .";
}

std::string fill(const Question& asked) {
  const Words sorted = words(in_order(asked.items));
  Words missing;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (asked.query.at(i) == "_") missing.push_back(sorted[i]);
  }
  return ended(missing);
}

std::string minimum(const Question& asked) {
  return ended({std::to_string(in_order(asked.items).front())});
}

std::string maximum(const Question& asked) {
  return ended({std::to_string(in_order(asked.items).back())});
}

std::string copy(const Question& asked) { return ended(asked.items); }

std::string parity_of_length(const Question& asked) {
  return asked.items.size() % 2 == 1 ? "odd ." : "even .";
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

}  // namespace tests
