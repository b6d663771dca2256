#include "tasks/blocks/domain.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"

namespace tasks::blocks {
namespace {

const std::string domain_text =
    base::read_file(std::string(LAB_SOURCE_DIR) + "/tests/golden/pddl/domain.pddl");

/// What is said of the domain with `from` replaced, which must be there; "" if it is read.
std::string said(const std::string& from, const std::string& to) {
  std::string text = domain_text;
  const std::size_t place = text.find(from);
  REQUIRE(place != std::string::npos);
  text.replace(place, from.size(), to);
  try {
    read_domain(text, "d.pddl");
    return "";
  } catch (const base::Error& error) {
    return error.what();
  }
}

TEST_CASE("the four operators are known in either spelling, with costs of one or none") {
  CHECK(read_domain(domain_text, "d.pddl").type == "block");
  CHECK(said("pick-up", "PICKUP") == "");
  CHECK(said("?x - block ?y - block)\n    :precondition (and (holding ?x) (clear ?y))",
             "?y ?x - block)\n    :precondition (and (clear ?x) (not (= ?x ?y)) (holding ?y))") !=
        "");  // the effect still speaks of the others
  std::string costs = domain_text;
  for (std::size_t at = 0; (at = costs.find(":effect (and", at)) != std::string::npos; at += 12) {
    costs.insert(at + 12, " (increase (total-cost) 1)");
  }
  CHECK_NOTHROW(read_domain(costs, "d.pddl"));
  CHECK(said(":effect (and", ":effect (and (increase (total-cost) 1)") != "");
  CHECK_THAT(said(":effect (and", ":effect (and (increase (total-cost) 2)"),
             Catch::Contains("costs of one each"));
}

TEST_CASE("what is not the four operators is refused with its line and what differs") {
  const std::tuple<std::string, std::string, std::string> cases[] = {
      {"(clear ?x) (ontable ?x) (handempty)", "(ontable ?x) (handempty)",
       "d.pddl:7: precondition of `pick-up` lacks (clear ?x)"},
      {"(holding ?x) (clear ?y)", "(holding ?x) (clear ?y) (clear ?x)",
       "precondition of `stack` has (clear ?x) too"},
      {"(not (clear ?y))", "(clear ?y)", "effect of `stack` lacks (not (clear ?y))"},
      {"(:action unstack", "(:action grab", "operator `grab`: wanted pick-up"},
      {"(:action unstack", "(:action stack", "a second operator `stack`"},
      {"(holding ?x - block))", "(holding ?x - block) (heavy ?x))", "no predicate `heavy`"},
      {"(:types block)", "(:types block)\n(:constants a - block)",
       "(:constants ...) is PDDL that is not supported in a domain"},
      {"(:types block)", "(:types block)\n(:derived (above ?x ?y) (on ?x ?y))",
       "d.pddl:5: (:derived ...) is PDDL that is not supported"},
      {"(:types block)", "(:types block)\n(:typos)", "no section `:typos` in a domain"},
      {"(:types block)", "(:functions (fuel ?x))", "functions beside (total-cost)"},
      {":effect (and (not (holding ?x)) (clear ?x)", ":effect (when (holding ?x) (clear ?x)",
       "`when` is PDDL that is not supported"},
      {"(define (domain", "(define (problem", "wanted a domain, found a problem"},
      {":parameters (?x - block)", ":parameters (?x - block ?y - block)",
       "takes 1 blocks, found 2"},
      {"?x - block ?y - block)\n    :precondition (and (holding",
       "?x - block ?y - place)\n    :precondition (and (holding", "is of another type"},
  };
  for (const auto& [from, to, wanted] : cases) {
    INFO(to);
    CHECK_THAT(said(from, to), Catch::StartsWith("d.pddl:") && Catch::Contains(wanted));
  }
}

}  // namespace
}  // namespace tasks::blocks
