#include <algorithm>

#include "tasks/sat/solver.h"

namespace tasks::sat {
namespace {

constexpr std::int64_t restart_unit = 100;  // conflicts
constexpr std::int64_t ask_every = 128;     // conflicts

/// 1 1 2 1 1 2 4 ...: how long to search before starting over (Luby, Sinclair, Zuckerman 1993).
std::int64_t luby(std::int64_t i) {
  std::int64_t size = 1, value = 1;
  while (size < i + 1) {
    size = 2 * size + 1;
    value *= 2;
  }
  while (size - 1 != i) {
    size = (size - 1) / 2;
    value /= 2;
    i %= size;
  }
  return value;
}

}  // namespace

/// Bumps the literals of a clause; those of lower levels are gathered, those of this one counted.
void Solver::see(int clause, std::vector<Literal>& lower, int& open_here) {
  for (const Literal literal : clauses_[clause].literals) {
    const int variable = variable_of(literal);
    if (seen_[variable] != 0 || level_[variable] == 0 || value(literal) == satisfied) continue;
    seen_[variable] = 1;
    order_.bump(variable);
    if (level_[variable] == level()) {
      ++open_here;
    } else {
      lower.push_back(literal);
    }
  }
}

bool Solver::follows_from_seen(Literal literal) const {
  const int reason = reason_[variable_of(literal)];
  if (reason == none) return false;
  return std::ranges::all_of(clauses_[reason].literals, [&](Literal other) {
    const int variable = variable_of(other);
    return variable == variable_of(literal) || seen_[variable] != 0 || level_[variable] == 0;
  });
}

/// What the conflict teaches: backwards to the first literal through which all of it passes.
Solver::Learned Solver::analyze(int conflict) {
  std::vector<Literal> lower;
  std::vector<int> resolved;
  int open_here = 0, place = trail_.size();
  see(conflict, lower, open_here);
  Literal pivot = 0;
  while (true) {
    do {
      pivot = trail_[--place];
    } while (seen_[variable_of(pivot)] == 0);
    resolved.push_back(variable_of(pivot));
    if (--open_here == 0) break;
    see(reason_[variable_of(pivot)], lower, open_here);
  }
  Learned learned{{negated(pivot)}, 0};
  for (const Literal literal : lower) {
    if (!follows_from_seen(literal)) learned.literals.push_back(literal);
  }
  for (const int variable : resolved) seen_[variable] = 0;
  for (const Literal literal : lower) seen_[variable_of(literal)] = 0;
  for (std::size_t i = 1; i < learned.literals.size(); ++i) {  // the highest level second
    const int level = level_[variable_of(learned.literals[i])];
    if (level <= learned.level) continue;
    learned.level = level;
    std::swap(learned.literals[1], learned.literals[i]);
  }
  return learned;
}

int Solver::levels_of(std::span<const Literal> literals) {
  int levels = 0;
  ++count_;
  for (const Literal literal : literals) {
    int& counted = counted_[level_[variable_of(literal)]];
    levels += counted != count_;
    counted = count_;
  }
  return levels;
}

void Solver::learn(int conflict) {
  Learned learned = analyze(conflict);
  const int levels = levels_of(learned.literals);
  const Literal follows = learned.literals[0];
  go_back(learned.level);
  if (learned.literals.size() == 1) {
    assign(follows, none);
  } else {
    ++learned_;
    assign(follows, attach({std::move(learned.literals), levels, true}));
  }
  order_.fade();
}

/// Drops the half of what was learned that joins most decisions. Promise: at level 0.
void Solver::forget() {
  std::vector<int> levels;
  for (int c = 0; c < clauses_.size(); ++c) {
    if (clauses_[c].learned) levels.push_back(clauses_[c].levels);
  }
  const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
  std::ranges::nth_element(levels, middle);
  const int most = std::max(2, *middle - 1);
  Table<Clause> kept;
  for (int c = 0; c < clauses_.size(); ++c) {
    const bool drop = clauses_[c].learned && clauses_[c].levels > most;
    learned_ -= drop;
    if (!drop) kept.push(std::move(clauses_[c]));
  }
  clauses_ = {};
  for (int l = 0; l < watches_.size(); ++l) watches_[l].clear();
  for (int v = 0; v < reason_.size(); ++v) reason_[v] = none;  // of level 0: never asked
  for (int c = 0; c < kept.size(); ++c) attach(std::move(kept[c]));
  head_ = 0;
  most_learned_ += 500;
}

/// Which assumptions made `failed` false, and it.
void Solver::find_core(Literal failed) {
  core_ = {failed};
  seen_[variable_of(failed)] = 1;
  for (int place = trail_.size(); place > 0; --place) {
    const Literal literal = trail_[place - 1];
    const int variable = variable_of(literal);
    if (seen_[variable] == 0) continue;
    seen_[variable] = 0;
    if (level_[variable] == 0) continue;
    if (reason_[variable] == none) {
      if (literal != negated(failed)) core_.push_back(literal);
      continue;
    }
    for (const Literal other : clauses_[reason_[variable]].literals) {
      if (level_[variable_of(other)] > 0) seen_[variable_of(other)] = 1;
    }
    seen_[variable] = 0;
  }
  seen_[variable_of(failed)] = 0;
}

Literal Solver::next_decision() {
  while (!order_.empty()) {
    const int variable = order_.pop();
    if (value(is_true(variable)) == open) {
      return tried_[variable] != 0 ? is_true(variable) : is_false(variable);
    }
  }
  return none;
}

/// The next assumption or decision; where there is none left, the answer.
Answer Solver::decide(std::span<const Literal> assumptions, bool& decided) {
  decided = true;
  Literal next = none;
  while (next == none && level() < static_cast<int>(assumptions.size())) {
    const Literal wanted = assumptions[static_cast<std::size_t>(level())];
    if (value(wanted) == falsified) {
      find_core(wanted);
      return Answer::no;
    }
    if (value(wanted) == open) {
      next = wanted;
    } else {
      begin_level();
    }
  }
  if (next == none) next = next_decision();
  if (next == none) {
    for (int v = 0; v < model_.size(); ++v) model_[v] = value(is_true(v)) == satisfied;
    return Answer::yes;
  }
  begin_level();
  assign(next, none);
  decided = false;
  return Answer::stopped;
}

/// Until there were `end` conflicts in all.
Answer Solver::search(std::span<const Literal> assumptions, std::int64_t end, const Limit& limit) {
  while (conflicts_ < end && !gives_up_) {
    const int conflict = propagate();
    if (conflict != none && level() == 0) impossible_ = true;
    if (impossible_) return Answer::no;
    if (conflict != none) {
      learn(conflict);
      gives_up_ = ++conflicts_ % ask_every == 0 && limit.goes_on && !limit.goes_on();
      continue;
    }
    bool decided = false;
    const Answer answer = decide(assumptions, decided);
    if (decided) return answer;
  }
  return Answer::stopped;
}

Answer Solver::solve(std::span<const Literal> assumptions, const Limit& limit) {
  core_.clear();
  conflicts_ = 0;
  gives_up_ = limit.goes_on && !limit.goes_on();
  Answer answer = Answer::stopped;
  for (std::int64_t i = 0; answer == Answer::stopped; ++i) {
    go_back(0);
    if (gives_up_ || conflicts_ >= limit.conflicts) break;
    if (learned_ > most_learned_) forget();
    const std::int64_t end = conflicts_ + restart_unit * luby(i);
    answer = impossible_ ? Answer::no : search(assumptions, std::min(end, limit.conflicts), limit);
  }
  go_back(0);
  return answer;
}

}  // namespace tasks::sat
