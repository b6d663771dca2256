#include "tasks/lists/list_hint_kinds.h"

#include "tasks/names.h"

namespace tasks::lists {
namespace {

/// In the order of the enumerators.
constexpr std::array<ListHintWords, all_list_hints.size()> all_words{
    {{"<identity_successor> 7 3 9 3 5 = 3", "3 5",
      "the further copies of a list item, then the next larger value",
      "The prompt names an item q after =. The answer is every further copy of q, then the next\n"
      "larger value of the list, or the end token if there is none. No end token follows the\n"
      "larger value: the answer is a window into the sorted list."},
     {"<sorted_suffix> 7 3 9 3 5 = 3", "3 5 7 9 .", "the rest of the sorted list from an item on",
      "The prompt names an item q after =. The answer goes on from the first q of the sorted list\n"
      "to its end, then the end token."},
     {"<successor> 7 3 9 3 5 = 3", "5 .", "the next larger distinct value of the list",
      "The prompt names an item q after =. The answer is the smallest item above q, then the end\n"
      "token; the end token alone if q is the largest."},
     {"<predecessor> 7 3 9 3 5 = 7", "5 .", "the next smaller distinct value of the list",
      "The prompt names an item q after =. The answer is the largest item below q, then the end\n"
      "token; the end token alone if q is the smallest."},
     {"<count> 7 3 9 3 5 = 3", "2 .", "how often an item occurs in the list",
      "The prompt names an item q after =. The answer is its multiplicity, as a value token, then\n"
      "the end token."},
     {"<fill> 7 3 9 3 5 = 3 _ 5 _ 9", "3 7 .", "the missing entries of the sorted list",
      "After = the prompt shows the sorted list with _ for each missing entry. The answer is the\n"
      "missing entries in order, then the end token."},
     {"<minimum> 7 3 9 3 5 =", "3 .", "control: the smallest item",
      "The answer is the smallest item, then the end token."},
     {"<maximum> 7 3 9 3 5 =", "9 .", "control: the largest item",
      "The answer is the largest item, then the end token."},
     {"<identity_copy> 7 3 9 3 5 =", "7 3 9 3 5 .", "control: the list as it is",
      "The answer is the items in their order, then the end token."},
     {"<parity_of_length> 7 3 9 3 5 =", "odd .", "control: is the number of items odd?",
      "The answer is odd or even, then the end token."}}};

}  // namespace

const ListHintWords& words_of(ListHint kind) { return all_words[static_cast<std::size_t>(kind)]; }

std::string_view name(ListHint kind) { return names_of(kind)[static_cast<std::size_t>(kind)]; }

ListHint list_hint_named(std::string_view name) {
  return static_cast<ListHint>(position_named("list hint", name, names_of(ListHint{})));
}

}  // namespace tasks::lists
