#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tasks {

using Token = int;

/// Names for the ids 0 .. size() - 1. Immutable; ids are positions in the list given.
class Vocabulary {
 public:
  /// Throws base::Error if a name is empty, repeated, or holds white space.
  explicit Vocabulary(std::vector<std::string> names);

  int size() const { return static_cast<int>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }
  bool contains(std::string_view name) const;
  bool contains(Token token) const { return 0 <= token && token < size(); }
  Token id(std::string_view name) const;                   ///< throws base::Error if there is none
  const std::string& name(Token token) const;              ///< promise: contains(token)
  std::string text(std::span<const Token> tokens) const;   ///< names joined by single spaces
  std::string shown(std::span<const Token> tokens) const;  ///< text, with "?" for unknown tokens
  std::vector<Token> tokens(std::string_view text) const;  ///< inverse of text; throws base::Error

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, Token> ids_;
};

}  // namespace tasks
