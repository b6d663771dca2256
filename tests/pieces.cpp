#include "tests/pieces.h"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <vector>

namespace tests {
namespace {

using Words = std::vector<std::string>;
using Pieces = std::multiset<std::string>;

Words words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  Words words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

bool is_mark(const std::string& word) {
  return word.size() > 1 && word[0] == 'h' &&
         word.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// Between the task's word and "=", without marks.
Words items_of(const Words& prompt) {
  const auto equals = std::find(prompt.begin(), prompt.end(), "=");
  Words items(prompt.begin() + 1, equals);
  std::erase_if(items, is_mark);
  return items;
}

std::vector<int> numbers_of(const Words& words) {
  std::vector<int> numbers;
  for (const std::string& word : words) numbers.push_back(std::stoi(word));
  return numbers;
}

std::map<int, int> counted(const Words& prompt) {
  std::map<int, int> counts;
  for (const int number : numbers_of(items_of(prompt))) ++counts[number];
  return counts;
}

std::string pair(int a, int b) { return std::to_string(a) + " " + std::to_string(b); }

Pieces neighbours(const Words& prompt) {
  Pieces pieces;
  std::vector<int> sorted = numbers_of(items_of(prompt));
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1] != sorted[i]) pieces.insert(pair(sorted[i - 1], sorted[i]));
  }
  return pieces;
}

Pieces values(const Words& prompt) {
  const Words items = items_of(prompt);
  return {items.begin(), items.end()};
}

Pieces copies(const Words& prompt) {
  Pieces pieces;
  for (const auto& [value, count] : counted(prompt)) pieces.insert(std::to_string(count));
  return pieces;
}

Pieces bigrams(const Words& prompt) {
  const Words items = items_of(prompt);
  Pieces pieces;
  for (std::size_t i = 1; i < items.size(); ++i) pieces.insert(items[i - 1] + " " + items[i]);
  return pieces;
}

Pieces contest(const Words& prompt) {
  const auto counts = counted(prompt);
  int first = 0, second = 0;
  for (const auto& [value, count] : counts) {
    if (first == 0 || count > counts.at(first)) first = value;
  }
  for (const auto& [value, count] : counts) {
    if (value == first) continue;
    if (second == 0 || count > counts.at(second)) second = value;
  }
  return {pair(first, second == 0 ? first : second)};
}

Pieces steps(const Words& prompt) {
  Pieces pieces;
  for (int n = std::stoi(prompt[1]); n < std::stoi(prompt[2]); ++n) pieces.insert(pair(n, n + 1));
  return pieces;
}

Pieces ones(const Words& prompt) {
  const Words bits = items_of(prompt);
  const auto count = std::count(bits.begin(), bits.end(), "1");
  return {std::to_string(count) + " of " + std::to_string(bits.size())};
}

Pieces places_of(const std::string& wanted, const Words& items) {
  Pieces pieces;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == wanted) pieces.insert(std::to_string(i + 1));
  }
  return pieces;
}

Pieces zero_place(const Words& prompt) {
  const Pieces places = places_of("0", items_of(prompt));
  return places.empty() ? Pieces{"0"} : places;
}

/// Sums digit by digit from the right; `at`: with the place.
Pieces digits(const Words& prompt, bool at) {
  const Words items = items_of(prompt);
  const auto plus = std::find(items.begin(), items.end(), "+");
  const std::vector<int> a = numbers_of({items.begin(), plus}),
                         b = numbers_of({plus + 1, items.end()});
  Pieces pieces;
  int carry = 0;
  for (std::size_t place = 1; place < a.size(); ++place) {
    const int x = a[a.size() - place], y = b[b.size() - place];
    std::string piece = std::to_string(std::min(x, y)) + " + " + std::to_string(std::max(x, y));
    if (carry == 1) piece += " carry 1";
    if (at) piece += " at " + std::to_string(place);
    pieces.insert(piece);
    carry = x + y + carry > 9 ? 1 : 0;
  }
  return pieces;
}

Pieces framed(const Words& prompt) {
  Pieces pieces;
  std::string sentence;
  for (const std::string& word : items_of(prompt)) {
    const bool joins = word == "and" || word == "after";
    if (joins) pieces.insert(sentence);
    sentence = joins ? "" : sentence.empty() ? word : sentence + " " + word;
  }
  pieces.insert(sentence);
  return pieces;
}

Pieces joined(const Words& prompt) {
  const Words items = items_of(prompt);
  Pieces pieces;
  std::string verb = items[0];
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i] != "and" && items[i] != "after") continue;
    pieces.insert(verb + " " + items[i] + " " + items[i + 1]);
    verb = items[i + 1];
  }
  return pieces;
}

/// The fact "on x y" of the goal as x: y; y may be "table".
std::map<std::string, std::string> facts_after(const std::string& mark, const Words& prompt) {
  std::map<std::string, std::string> below;
  auto word = std::find(prompt.begin(), prompt.end(), mark) + 1;
  for (; word + 2 < prompt.end() && *word == "on"; word += 3) below[*(word + 1)] = *(word + 2);
  return below;
}

int height(const std::map<std::string, std::string>& below, const std::string& block) {
  const auto found = below.find(block);
  return found == below.end() || found->second == "table" ? 1 : 1 + height(below, found->second);
}

std::set<std::string> blocks_in(const Words& prompt) {
  std::set<std::string> blocks;
  for (const auto& [block, support] : facts_after(prompt[0], prompt)) blocks.insert(block);
  return blocks;
}

Pieces goal_facts(const Words& prompt) {
  Pieces pieces;
  for (const auto& [block, support] : facts_after("goal", prompt)) {
    if (support != "table") pieces.insert(block + " " + support);
  }
  return pieces;
}

Pieces heights(const Words& prompt) {
  Pieces pieces;
  const auto goal = facts_after("goal", prompt);
  for (const std::string& block : blocks_in(prompt)) {
    pieces.insert(block + " at " + std::to_string(height(goal, block)));
  }
  return pieces;
}

Pieces shape(const Words& prompt) {
  const auto start = facts_after(prompt[0], prompt), goal = facts_after("goal", prompt);
  int start_towers = 0, goal_towers = 0, highest = 0;
  for (const std::string& block : blocks_in(prompt)) {
    start_towers += height(start, block) == 1 ? 1 : 0;
    goal_towers += height(goal, block) == 1 ? 1 : 0;
    highest = std::max(highest, height(goal, block));
  }
  return {std::to_string(start_towers) + " towers to " + std::to_string(goal_towers) +
          ", highest " + std::to_string(highest)};
}

}  // namespace

std::optional<Pieces> pieces_in(std::string_view kind, std::string_view prompt) {
  static const std::map<std::string, std::function<Pieces(const Words&)>, std::less<>> readers{
      {"neighbours", neighbours},
      {"value", values},
      {"copies", copies},
      {"bigram", bigrams},
      {"contest", contest},
      {"step", steps},
      {"start", [](const Words& words) { return Pieces{words[1]}; }},
      {"ones", ones},
      {"place", [](const Words& words) { return places_of("1", items_of(words)); }},
      {"zero_place", zero_place},
      {"digits", [](const Words& words) { return digits(words, false); }},
      {"digits_at", [](const Words& words) { return digits(words, true); }},
      {"framed", framed},
      {"joined", joined},
      {"goal_fact", goal_facts},
      {"height", heights},
      {"shape", shape},
      {"first_hop",
       [](const Words& w) { return w.size() == 5 ? Pieces{w[1] + " " + w[2]} : Pieces{}; }},
      {"compared",
       [](const Words& w) {
         return w.size() == 5 ? Pieces{w[1] + " " + w[2], w[1] + " " + w[3]} : Pieces{};
       }},
      {"fact", [](const Words& w) { return w.size() == 4 ? Pieces{w[1] + " " + w[2]} : Pieces{}; }},
      {"f1", [](const Words& w) { return Pieces{w[1] + " " + w[2]}; }},
  };
  const auto reader = readers.find(kind);
  if (reader == readers.end()) return std::nullopt;
  return reader->second(words_of(prompt));
}

std::multiset<std::string> pieces_of(std::string_view kind, std::string_view prompt) {
  return pieces_in(kind, prompt).value();
}

}  // namespace tests
