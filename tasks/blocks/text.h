#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tasks::blocks {

/// A word, or a list of these in parentheses: what PDDL is written in.
struct PddlForm {
  std::string word;  ///< as written; empty for a list
  std::vector<PddlForm> items;
  bool is_list = false;
  int line = 1;

  /// Whether this is a list that starts with `head` (small letters; case is ignored).
  bool starts_with(std::string_view head) const;
};

/// The forms of a text; comments go from `;` to the end of the line. Throws base::Error
/// "<place>:<line>: ..." for a parenthesis without its partner and a word that is not UTF-8 or
/// holds a control character. A byte order mark is passed over.
std::vector<PddlForm> pddl_forms(std::string_view text, const std::string& place);

}  // namespace tasks::blocks
