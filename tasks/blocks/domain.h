#pragma once
#include <map>
#include <string>
#include <string_view>

#include "tasks/blocks/pddl_problem.h"

namespace tasks::blocks {

/// What a domain file says beside the four operators.
struct BlocksDomain {
  std::string name;
  std::map<std::string, std::string> parent;  ///< of each type, in small letters
  std::string type = "object";                ///< what blocks are: of the operators' parameters
};

/// Reads a PDDL domain and holds it against the four operators: pick-up, put-down, stack, unstack
/// in either spelling, with exactly their preconditions and effects, at no cost or a cost of one
/// each. Throws base::Error "<place>:<line>: ..." that says what is another or is missing.
BlocksDomain read_domain(std::string_view text, const std::string& place);

/// Throws "<place>:<line>: ..." unless the problem is one of this domain, its blocks of the type
/// that the operators take.
void require_of_domain(const BlocksProblem& problem, const BlocksDomain& domain,
                       const std::string& place);

}  // namespace tasks::blocks
