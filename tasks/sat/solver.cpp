#include "tasks/sat/solver.h"

#include <algorithm>

namespace tasks::sat {

int Solver::add_variable() {
  const int variable = tried_.size();
  for (int sign = 0; sign < 2; ++sign) {
    watches_.push({});
    values_.push(open);
  }
  level_.push(0);
  reason_.push(none);
  tried_.push(false);
  seen_.push(0);
  counted_.push(0);
  model_.push(false);
  order_.add_variable();
  return variable;
}

void Solver::add_clause(std::span<const Literal> literals) {
  go_back(0);
  Clause clause;
  for (const Literal literal : literals) {
    const auto& known = clause.literals;
    if (value(literal) == satisfied || std::ranges::count(known, negated(literal)) > 0) return;
    if (value(literal) == open && std::ranges::count(known, literal) == 0) {
      clause.literals.push_back(literal);
    }
  }
  if (clause.literals.empty()) impossible_ = true;
  if (clause.literals.size() == 1) assign(clause.literals[0], none);
  if (clause.literals.size() > 1) attach(std::move(clause));
}

void Solver::assign(Literal literal, int reason) {
  values_[literal] = satisfied;
  values_[negated(literal)] = falsified;
  level_[variable_of(literal)] = level();
  reason_[variable_of(literal)] = reason;
  trail_.push(literal);
}

void Solver::go_back(int level) {
  if (this->level() <= level) return;
  const int start = starts_[level];
  while (trail_.size() > start) {
    const Literal literal = trail_.pop();
    values_[literal] = values_[negated(literal)] = open;
    tried_[variable_of(literal)] = literal % 2 == 0;
    order_.insert(variable_of(literal));
  }
  starts_.cut(level);
  head_ = start;
}

int Solver::attach(Clause clause) {
  const int index = clauses_.size();
  watches_[clause.literals[0]].push_back({index, clause.literals[1]});
  watches_[clause.literals[1]].push_back({index, clause.literals[0]});
  clauses_.push(std::move(clause));
  return index;
}

/// With `off` falsified and second: watches a literal that is not, if there is one.
bool Solver::watch_another(int clause, Literal off) {
  auto& literals = clauses_[clause].literals;
  if (literals[0] == off) std::swap(literals[0], literals[1]);
  if (value(literals[0]) == satisfied) return false;
  for (std::size_t k = 2; k < literals.size(); ++k) {
    if (value(literals[k]) == falsified) continue;
    std::swap(literals[1], literals[k]);
    watches_[literals[1]].push_back({clause, literals[0]});
    return true;
  }
  return false;
}

/// Assigns all that follows; a clause that cannot be met any more, or none.
int Solver::propagate() {
  while (head_ < trail_.size()) {
    const Literal off = negated(trail_[head_++]);
    auto& watching = watches_[off];
    std::size_t kept = 0;
    int conflict = none;
    for (std::size_t i = 0; i < watching.size(); ++i) {
      const Watch watch = watching[i];
      if (conflict != none || value(watch.other) == satisfied) {
        watching[kept++] = watch;
        continue;
      }
      if (watch_another(watch.clause, off)) continue;
      const Literal first = clauses_[watch.clause].literals[0];
      watching[kept++] = {watch.clause, first};
      if (value(first) == falsified) conflict = watch.clause;
      if (value(first) == open) assign(first, watch.clause);
    }
    watching.resize(kept);
    if (conflict != none) return conflict;
  }
  return none;
}

}  // namespace tasks::sat
