#include "tasks/sat/fewest.h"

#include <bit>
#include <catch2/catch.hpp>

#include "base/random.h"

namespace tasks::sat {
namespace {

using Clauses = std::vector<std::vector<Literal>>;

Clauses drawn(int variables, int clauses, base::Random& random) {
  Clauses all;
  for (int c = 0; c < clauses; ++c) {
    std::vector<Literal> clause;
    for (int i = 0; i < 3; ++i) clause.push_back(static_cast<int>(random.below(2 * variables)));
    all.push_back(clause);
  }
  return all;
}

bool meets(unsigned values, const Clauses& clauses) {
  return std::ranges::all_of(clauses, [&](const std::vector<Literal>& clause) {
    return std::ranges::any_of(clause, [&](Literal literal) {
      return (values >> variable_of(literal) & 1) == (literal % 2 == 0 ? 1u : 0u);
    });
  });
}

bool can_be_met(int variables, const Clauses& clauses) {
  for (unsigned values = 0; values < 1u << variables; ++values) {
    if (meets(values, clauses)) return true;
  }
  return false;
}

TEST_CASE("clauses are met together exactly if some values meet them") {
  int met = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    base::Random random(1, "clauses", i);
    const Clauses clauses = drawn(10, 35 + static_cast<int>(random.below(20)), random);
    Solver solver;
    for (int v = 0; v < 10; ++v) solver.add_variable();
    for (const auto& clause : clauses) solver.add_clause(clause);
    const Answer answer = solver.solve({});
    met += answer == Answer::yes;
    REQUIRE((answer == Answer::yes) == can_be_met(10, clauses));
    unsigned values = 0;
    for (int v = 0; v < 10; ++v) values |= (solver.holds(is_true(v)) ? 1u : 0u) << v;
    REQUIRE((answer == Answer::no || meets(values, clauses)));
  }
  CHECK(met > 50);
  CHECK(met < 250);
}

TEST_CASE("a core is of assumptions that cannot hold together") {
  int cores = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    base::Random random(1, "cores", i);
    Clauses clauses = drawn(10, 20, random);
    Solver solver;
    for (int v = 0; v < 10; ++v) solver.add_variable();
    for (const auto& clause : clauses) solver.add_clause(clause);
    std::vector<Literal> assumptions;
    for (int v = 0; v < 8; ++v) assumptions.push_back(2 * v + static_cast<int>(random.below(2)));
    if (solver.solve(assumptions) == Answer::yes) continue;
    ++cores;
    for (const Literal literal : solver.core()) {
      REQUIRE(std::ranges::count(assumptions, literal) == 1);
      clauses.push_back({literal});
    }
    REQUIRE(!can_be_met(10, clauses));
  }
  CHECK(cores > 50);
}

TEST_CASE("a smallest hitting set is as small as the smallest of all, whenever clauses come") {
  for (std::uint64_t i = 0; i < 200; ++i) {
    base::Random random(1, "hitting sets", i);
    FewestTaken fewest(12);
    Clauses clauses{{is_true(0), is_true(1)}, {is_true(0), is_true(2)}, {is_true(1), is_true(2)}};
    for (const auto& pair : {std::vector{0, 1}, {0, 2}, {1, 2}}) fewest.add_clause(pair);
    if (i % 2 == 0) fewest.take_all_but_one(std::vector{0, 1, 2});
    for (int c = 0; c < 12; ++c) {
      std::vector<int> items;
      std::vector<Literal> literals;
      for (int k = 0; k < 3; ++k) {
        items.push_back(static_cast<int>(random.below(12)));
        literals.push_back(is_true(items.back()));
      }
      fewest.add_clause(items);
      clauses.push_back(literals);
      if (c % 4 != 3) continue;
      int smallest = 12;
      for (unsigned values = 0; values < 1u << 12; ++values) {
        if (meets(values, clauses)) smallest = std::min(smallest, std::popcount(values));
      }
      REQUIRE(fewest.solve() == Answer::yes);
      unsigned values = 0;
      for (const int item : fewest.taken()) values |= 1u << item;
      REQUIRE(meets(values, clauses));
      REQUIRE(fewest.at_least() == smallest);
      REQUIRE(std::ssize(fewest.taken()) == smallest);
    }
  }
}

}  // namespace
}  // namespace tasks::sat
