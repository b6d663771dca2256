#pragma once
#include <cstdint>
#include <vector>

#include "tasks/coverage/input_codes.h"

namespace tasks::coverage {

/// The inputs cut at I, and the fragments that the function gives equal labels in every context:
/// no training set without noise can contradict a substitution among them.
struct FragmentClasses {
  std::int64_t contexts = 0;
  std::vector<std::int32_t> fragment, context;  ///< of each input by its code: numbers from 0
  std::vector<std::int64_t> fragment_code;      ///< of each fragment, see InputCodes
  std::vector<std::int64_t> context_code;
  std::vector<std::int32_t> class_of;              ///< of each fragment; -1: it is alone
  std::vector<std::vector<std::int32_t>> classes;  ///< of two fragments and more

  std::int64_t code(std::int32_t of_fragment, std::int64_t of_context) const {
    return fragment_code[static_cast<std::size_t>(of_fragment)] +
           context_code[static_cast<std::size_t>(of_context)];
  }
};

/// For each index set that says something new. Fragments without an input that may be asked
/// (`askable`, by code) are left out, and so are index sets whose classes follow from those of a
/// part of them, and, for the time it takes, those with a class of more than `most_fragments`.
/// `truth`: the label of every input by its code.
std::vector<FragmentClasses> true_classes(const InputCodes& codes, const std::vector<int>& truth,
                                          const std::vector<char>& askable,
                                          std::size_t most_fragments = 256);

}  // namespace tasks::coverage
