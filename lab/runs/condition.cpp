#include "lab/runs/condition.h"

#include <string_view>

#include "base/error.h"
#include "base/numbers.h"
#include "base/pattern.h"
#include "base/text.h"

namespace lab::runs {
namespace {

Relation relation_of(std::string_view sign) {
  if (sign == "!=") return Relation::not_equal;
  if (sign == "<") return Relation::below;
  if (sign == "<=") return Relation::at_most;
  if (sign == ">") return Relation::above;
  if (sign == ">=") return Relation::at_least;
  return Relation::equal;
}

template <typename Value>
bool compares(Relation relation, const Value& found, const Value& value) {
  switch (relation) {
    case Relation::equal:
      return found == value;
    case Relation::not_equal:
      return found != value;
    case Relation::below:
      return found < value;
    case Relation::at_most:
      return found <= value;
    case Relation::above:
      return found > value;
    case Relation::at_least:
      return found >= value;
  }
  return false;
}

[[noreturn]] void wrong(const std::string& message) {
  throw base::Error("--where: " + message, base::ExitCode::wrong_usage);
}

}  // namespace

Condition condition_in(const std::string& text) {
  const auto sign = text.find_first_of("=!<>");
  const bool longer = sign + 1 < text.size() && text[sign] != '=' && text[sign + 1] == '=';
  if (sign == text.npos || sign == 0 || (text[sign] == '!' && !longer)) {
    wrong("wanted path=value, found `" + text + "` (also !=, <, <=, >, >=)");
  }
  const std::size_t size = longer ? 2 : 1;
  return {text, base::trimmed(text.substr(0, sign)), relation_of(text.substr(sign, size)),
          base::trimmed(text.substr(sign + size))};
}

bool holds(const Condition& condition, const std::optional<std::string>& found) {
  if (!found) return condition.relation == Relation::not_equal;
  const auto number = base::number_in<double>(*found),
             wanted = base::number_in<double>(condition.value);
  if (number && wanted) return compares(condition.relation, *number, *wanted);
  if (condition.is_order()) {
    return !wanted && compares(condition.relation, *found, condition.value);
  }
  return base::matches_pattern(condition.value, *found) == (condition.relation == Relation::equal);
}

void require_number(Condition* condition) {
  const std::string value = condition->value;
  if (base::number_in<double>(value)) return;
  if (value.empty() && !condition->is_order()) return;
  const auto percent =
      value.ends_with('%')
          ? base::number_in<double>(base::trimmed(value.substr(0, value.size() - 1)))
          : std::nullopt;
  if (!percent) wrong(condition->text + ": wanted a number, found `" + value + "`");
  condition->value = base::shortest_text(*percent / 100);
}

}  // namespace lab::runs
