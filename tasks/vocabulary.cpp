#include "tasks/vocabulary.h"

#include <sstream>
#include <utility>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"

namespace tasks {
namespace {

constexpr std::string_view white_space = " \t\n\v\f\r";

}  // namespace

Vocabulary::Vocabulary(std::vector<std::string> names) : names_(std::move(names)) {
  ids_.reserve(names_.size());
  for (const std::string& name : names_) {
    const auto token = static_cast<Token>(ids_.size());
    base::require(!name.empty(), "vocabulary: empty name at id ", token);
    base::require(name.find_first_of(white_space) == std::string::npos,
                  "vocabulary: white space in `", name, "`");
    base::require(ids_.emplace(name, token).second, "vocabulary: `", name, "` is listed twice");
  }
}

bool Vocabulary::contains(std::string_view name) const { return ids_.contains(std::string(name)); }

Token Vocabulary::id(std::string_view name) const {
  const auto found = ids_.find(std::string(name));
  if (found != ids_.end()) return found->second;
  throw base::Error(
      base::concat("vocabulary: no token is named `", name, "`", base::did_you_mean(name, names_)));
}

const std::string& Vocabulary::name(Token token) const {
  base::promise(contains(token), "a token of this vocabulary");
  return names_[static_cast<std::size_t>(token)];
}

std::string Vocabulary::text(std::span<const Token> tokens) const {
  return base::joined(
      tokens, [this](Token token) { return name(token); }, " ");
}

std::string Vocabulary::shown(std::span<const Token> tokens) const {
  const auto shown_name = [this](Token token) { return contains(token) ? name(token) : "?"; };
  return base::joined(tokens, shown_name, " ");
}

std::vector<Token> Vocabulary::tokens(std::string_view text) const {
  std::istringstream words{std::string(text)};
  std::vector<Token> result;
  for (std::string word; words >> word;) result.push_back(id(word));
  return result;
}

}  // namespace tasks
