#pragma once
#include <string>
#include <vector>

#include "tasks/vocabulary.h"

namespace tasks {

/// Rows below are places in a text as a model reads it: the prompt, then the answer without its
/// last token.

/// A value that goes with a row: "next" at an answer row of sorting.
struct RowValue {
  std::string name;
  int row = 0;
  int value = 0;
};

/// The rows (not empty, rising, none after `row`) that a row would look at if it did what the name
/// says: "successor" of an answer row are the prompt's copies of the next larger value.
struct RowLink {
  std::string name;
  int row = 0;
  std::vector<int> to;
};

/// What a task says of the rows of one text, for probes to look for. All of it is optional.
struct Annotation {
  std::vector<std::string> roles;  ///< one for each row; empty: none are named
  std::vector<RowValue> tokens;    ///< values are tokens of the task
  std::vector<RowValue> numbers;   ///< values are small integers >= 0
  std::vector<RowLink> links;
};

/// Rows under one name.
struct Place {
  std::string name;
  std::vector<int> rows;
};

/// Two texts of one length, both up to the row that is asked, and the token that should follow
/// each. They differ in the rows of the first place only; places are disjoint and not empty.
struct Counterfactual {
  std::vector<Token> text, changed;
  Token expected = 0, expected_changed = 0;  ///< differ
  std::vector<Place> places;
};

}  // namespace tasks
