#include "tasks/blocks/text.h"

#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"

namespace tasks::blocks {
namespace {

constexpr std::size_t deepest = 64;  // lists within lists; PDDL needs five

bool is_space(char letter) {
  return std::string_view(" \t\r\n\v\f").find(letter) != std::string::npos;
}
bool ends_word(char letter) {
  return is_space(letter) || std::string_view("();").find(letter) != std::string::npos;
}

/// Reads a text once, front to back.
class FormReader final {
 public:
  FormReader(std::string_view text, const std::string& place) : text_(text), place_(place) {}

  std::vector<PddlForm> read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    std::vector<PddlForm> open(1);  // [0] gathers the forms of the text
    while (skip_to_form()) {
      if (text_[at_] == '(') {
        base::require(open.size() < deepest, place_, ":", line_, ": too many open parentheses");
        open.push_back({"", {}, true, line_});
        ++at_;
      } else if (text_[at_] == ')') {
        base::require(open.size() > 1, place_, ":", line_, ": `)` closes nothing");
        PddlForm done = std::move(open.back());
        open.pop_back();
        open.back().items.push_back(std::move(done));
        ++at_;
      } else {
        open.back().items.push_back({std::string(word()), {}, false, line_});
      }
    }
    base::require(open.size() == 1, place_, ":", open.back().line, ": `(` is never closed");
    return std::move(open.front().items);
  }

 private:
  bool skip_to_form() {
    bool comment = false;
    for (; at_ < text_.size(); ++at_) {
      const char letter = text_[at_];
      if (letter == '\n') ++line_;
      comment = letter == ';' || (comment && letter != '\n');
      if (!comment && !is_space(letter)) return true;
    }
    return false;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    base::require(!base::first_no_utf8(word), place_, ":", line_, ": a word that is not UTF-8");
    base::require(base::without_controls(word) == word, place_, ":", line_,
                  ": a control character within a word");
    return word;
  }

  std::string_view text_;
  std::string place_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

bool PddlForm::starts_with(std::string_view head) const {
  return !items.empty() && !items[0].is_list && base::small_letters(items[0].word) == head;
}

std::vector<PddlForm> pddl_forms(std::string_view text, const std::string& place) {
  return FormReader(text, place).read();
}

}  // namespace tasks::blocks
