#pragma once
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "tasks/coverage/components.h"
#include "tasks/coverage/equivalence.h"
#include "tasks/coverage/input_codes.h"

namespace tasks::coverage {

/// The substitution graph whose vertices are all inputs (CoverageReading::direct).
/// Borrows `function` and `codes`. Memory: 4 bytes an input.
class DirectGraph {
 public:
  DirectGraph(const FiniteFunction& function, const InputCodes& codes,
              const std::vector<IndexSet>& sets);

  void substitute(const FragmentPair& pair);  ///< in every context
  std::vector<char> covered();  ///< of each held-out input: joined to a training input

 private:
  std::vector<std::int64_t> train_, held_out_;                 // codes
  std::map<IndexSet, std::vector<std::int64_t>> contexts_of_;  // codes
  Components components_;
};

/// The substitution graph whose vertices are training and held-out inputs, with fragments merged
/// transitively and edges between equal labels only (CoverageReading::merged).
class MergedGraph {
 public:
  MergedGraph(const FiniteFunction& function, const InputCodes& codes,
              const std::vector<IndexSet>& sets);

  void substitute(const FragmentPair& pair);  ///< merges the two fragments' classes
  std::vector<char> covered();  ///< of each held-out input: joined to a training input

 private:
  /// A vertex of a class, by what must be equal for an edge: context and label.
  struct Member {
    std::int64_t context = 0;
    int label = 0;
    std::int64_t vertex = 0;
  };

  /// The fragments at one index set, merged into classes.
  struct Classes {
    std::vector<std::int64_t> fragments;       // code of each, ascending
    Components merged;                         // fragments, by their place above
    std::vector<std::vector<Member>> members;  // at a class's root: sorted, one a context and label
    std::int64_t place(std::int64_t fragment) const;
  };

  static Classes classes_at(const FiniteFunction& function, const InputCodes& codes, IndexSet set);
  std::vector<Member> joined(const std::vector<Member>& a, const std::vector<Member>& b);

  std::int64_t train_ = 0, held_out_ = 0;  // vertices: the training inputs, then the held-out ones
  std::map<IndexSet, Classes> classes_of_;
  Components components_;
};

}  // namespace tasks::coverage
