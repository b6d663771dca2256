#pragma once
#include <optional>
#include <string>

namespace lab::runs {

enum class Relation { equal, not_equal, below, at_most, above, at_least };

/// One --where: "model.width>=64".
struct Condition {
  std::string text;  ///< as it was typed
  std::string what;  ///< a field's path, an axis, or what a run has: "score", "tag"
  Relation relation = Relation::equal;
  std::string value;  ///< for = and != a pattern: * is any text, ? any letter

  bool is_order() const { return relation != Relation::equal && relation != Relation::not_equal; }
  bool is_pattern() const { return value.find_first_of("*?") != value.npos; }
};

/// Reads name=value, with !=, <, <=, > or >= in place of =. Throws base::Error (exit code 2).
Condition condition_in(const std::string& text);

/// Whether it holds of what was found. Numbers are compared as numbers, else texts: for = and != by
/// the pattern. Of what is not known (nothing) only != holds.
bool holds(const Condition& condition, const std::optional<std::string>& found);

/// Throws base::Error (exit code 2) unless the condition's value is a number, "0.9" or "90%", of
/// which it makes 0.9. For = and != also nothing: what is not known.
void require_number(Condition* condition);

}  // namespace lab::runs
