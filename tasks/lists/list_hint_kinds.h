#pragma once
#include <array>
#include <string_view>

namespace tasks::lists {

/// What is asked about a list; q is a value drawn from the list.
enum class ListHint {
  identity_successor,  ///< "<identity_successor> 7 3 9 3 5 = 3" -> "3 5": the remaining copies of
                       ///< q, then the next larger value (or "." if q is the largest). No end token
                       ///< after the successor: it is a window into the sorted answer
  sorted_suffix,       ///< "= 3" -> "3 5 7 9 .": the rest of the sorted list
  successor,           ///< next larger distinct value, or "." alone for the largest: "= 3" -> "5 ."
  predecessor,         ///< next smaller distinct value, or "." alone for the smallest
  count,               ///< multiplicity of q, as a value token: "= 3" -> "2 ."
  fill,                ///< "= 3 _ 5 _ 9" -> "3 7 .": the missing entries of the sorted list
  minimum,             ///< control: "=" -> "3 ."
  maximum,             ///< control: "=" -> "9 ."
  identity_copy,       ///< control: "=" -> the list itself, then "."
  parity_of_length,    ///< control: "=" -> "odd ." or "even ."
};
/// In order; specs write them in capitals.
constexpr auto names_of(ListHint) {
  return std::to_array<std::string_view>({"identity_successor", "sorted_suffix", "successor",
                                          "predecessor", "count", "fill", "minimum", "maximum",
                                          "identity_copy", "parity_of_length"});
}
inline constexpr std::array all_list_hints{ListHint::identity_successor,
                                           ListHint::sorted_suffix,
                                           ListHint::successor,
                                           ListHint::predecessor,
                                           ListHint::count,
                                           ListHint::fill,
                                           ListHint::minimum,
                                           ListHint::maximum,
                                           ListHint::identity_copy,
                                           ListHint::parity_of_length};

std::string_view name(ListHint kind);
ListHint list_hint_named(std::string_view name);  ///< throws base::Error with the nearest name

/// What people are told about a kind: a right question and answer, what is asked in one line, and
/// prompt and answer in words.
struct ListHintWords {
  std::string_view prompt, answer, summary, format;
};
const ListHintWords& words_of(ListHint kind);

}  // namespace tasks::lists
