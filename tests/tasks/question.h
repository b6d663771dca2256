#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

using Words = std::vector<std::string>;

/// What oracles answer: the words between the task and "=", and those after it.
struct Question {
  Words items, query;
};

Question question(std::string_view prompt);

/// The words of an answer as one text, "." behind them.
std::string ended(Words answer);

/// Of each item the mark before it ("h3", or "" without marks) and itself.
std::vector<std::pair<std::string, std::string>> marked(const Words& text);

}  // namespace tests
