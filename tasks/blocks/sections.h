#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/blocks/text.h"

namespace tasks::blocks {

/// The parts of "(define (problem NAME) (:init ...) ...)". Whatever is not among `known` is
/// refused by name, and nothing is passed over.
class Sections final {
 public:
  /// The one definition of a text, of a "problem" or a "domain". Throws base::Error
  /// "<place>:<line>: ..." for anything else in it or beside it.
  Sections(std::string_view text, const std::string& what, std::span<const std::string> known,
           const std::string& place);

  /// The name behind "problem" or "domain".
  const std::string& name() const { return name_; }
  const PddlForm& define() const { return define_; }

  /// The section of this name, which stands there once, or nothing.
  const PddlForm* find(const std::string& name) const;
  /// The same; throws if it is not there.
  const PddlForm& at(const std::string& name) const;
  /// All sections of this name.
  std::vector<const PddlForm*> all(const std::string& name) const;

 private:
  std::string place_, what_, name_;
  PddlForm define_;
};

/// The one word behind a name: "(problem NAME)".
std::string named(const PddlForm& form, const std::string& place);

/// A name and its type; "object" where none is written.
struct Typed {
  const PddlForm* name = nullptr;
  std::string type = "object";  ///< in small letters
};

/// "a b - block c", from the item `first` on.
std::vector<Typed> typed_list(const PddlForm& form, std::size_t first, const std::string& place);

/// Throws for a requirement that PDDL does not know: "(:requirements :strips ...)".
void check_requirements(const PddlForm* form, const std::string& place);

}  // namespace tasks::blocks
