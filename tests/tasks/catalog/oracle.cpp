#include "tests/tasks/catalog/oracle.h"

#include <functional>
#include <map>
#include <stdexcept>

#include "tests/tasks/addition/oracle.h"
#include "tests/tasks/bits/oracle.h"
#include "tests/tasks/blocks/in_words.h"
#include "tests/tasks/composition/oracle.h"
#include "tests/tasks/knowledge/oracle.h"
#include "tests/tasks/lists/oracle.h"
#include "tests/tasks/question.h"
#include "tests/tasks/scan/oracle.h"

namespace tests {
namespace {

using Rule = std::function<std::string(const Question&)>;

/// Of what answers a prompt's items with the words of the answer.
template <typename Answer>
Rule of_items(Answer answer) {
  return [answer](const Question& asked) { return ended(answer(asked.items)); };
}

const std::map<std::string, Rule, std::less<>> rules{
    {"parity", parity},
    {"parity_scratchpad", parity_scratchpad},
    {"majority", majority},
    {"boolean_and", boolean_and},
    {"sorting", sorting},
    {"identity_successor", identity_successor},
    {"sorted_suffix", sorted_suffix},
    {"successor", successor},
    {"predecessor", predecessor},
    {"count", count},
    {"fill", fill},
    {"minimum", minimum},
    {"maximum", maximum},
    {"identity_copy", copy},
    {"parity_of_length", parity_of_length},
    {"unique_copy", copy},
    {"repeat_copy", copy},
    {"count_up", count_up},
    {"mode", mode},
    {"hard_mode", mode},
    {"addition", addition},
    {"reversed_addition", reversed_addition},
    {"two_hop", of_items(two_hop)},
    {"parallel_two_hop", of_items(parallel_two_hop)},
    {"three_hop", of_items([](const Words& x) { return chain(12, x); })},
    {"chain", of_items([](const Words& x) { return chain(10, x); })},
    {"non_tree", of_items(non_tree)},
    {"knowledge", of_items(knowledge)},
    {"comparison", of_items(comparison)},
    {"scan", of_items(carried_out)},
};

}  // namespace

std::string right_answer(std::string_view task, std::string_view prompt) {
  if (task == "plan_check") return checked_plan(prompt);
  const auto rule = rules.find(task);
  if (rule == rules.end()) throw std::out_of_range("no oracle for " + std::string(task));
  return rule->second(question(prompt));
}

bool is_right(std::string_view task, std::string_view prompt, std::string_view answer) {
  if (task == "blocksworld") return plan_is_right(prompt, answer);
  return answer == right_answer(task, prompt);
}

}  // namespace tests
