#pragma once
#include <span>
#include <vector>

#include "tasks/sat/solver.h"

namespace tasks::sat {

/// A smallest set of items such that each clause has one of it (a minimum hitting set), where
/// clauses may be added after each answer. Items that cannot all be left out raise a bound, and
/// from then on it is asked whether two of them must be taken, then three: OLL (Andres, Kaufmann,
/// Matheis, Schaub 2012; Morgado, Dodaro, Marques-Silva 2014).
class FewestTaken final {
 public:
  /// Items are 0 .. items-1.
  explicit FewestTaken(int items);

  /// One of these must be taken.
  void add_clause(std::span<const int> items);
  /// All but one of these must be taken: said once for all, that raises the bound at once. Promise:
  /// before the first answer; no item is in two of these; clauses say so too.
  void take_all_but_one(std::span<const int> items);

  /// yes: taken() is a smallest set. stopped: the limit's goes_on said so. Promise: never no.
  Answer solve(const Limit& limit = {});

  /// No set of fewer items meets the clauses so far.
  int at_least() const { return at_least_; }
  std::vector<int> taken() const;

 private:
  /// Literals of which `bound` are known to hold.
  struct Count {
    std::vector<Literal> more_than;  // [j]: if more than j hold, so does this
    int bound = 0;
  };

  void use_core(std::vector<Literal> core, const Limit& limit);
  void shrink(std::vector<Literal>& core, const Limit& limit);
  void exhaust(Count& count, const Limit& limit);
  void assume_bound(int index);
  std::vector<Literal> counted(std::span<const Literal> literals);
  void assume(Literal literal, int count);
  int drop(Literal literal);

  int items_;
  Solver solver_;
  std::vector<Literal> assumptions_;
  std::vector<int> count_of_;  // of an assumption: which count it is of, or uncounted
  std::vector<Count> counts_;
  int at_least_ = 0;
};

}  // namespace tasks::sat
