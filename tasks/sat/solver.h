#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "tasks/sat/heap.h"
#include "tasks/sat/table.h"

namespace tasks::sat {

/// Variable v: 2 v says that it is true, 2 v + 1 that it is false.
using Literal = int;

inline constexpr Literal is_true(int variable) { return 2 * variable; }
inline constexpr Literal is_false(int variable) { return 2 * variable + 1; }
inline constexpr Literal negated(Literal literal) { return literal ^ 1; }
inline constexpr int variable_of(Literal literal) { return literal / 2; }

enum class Answer { yes, no, stopped };

/// When to give up.
struct Limit {
  std::int64_t conflicts = std::numeric_limits<std::int64_t>::max();
  std::function<bool()> goes_on = {};  ///< asked now and then, if there is one
};

/// Whether clauses can be met together (Marques-Silva and Sakallah 1996; Eén and Sörensson 2003):
/// literals follow from others, each conflict is learned as a clause, and what is tried next is
/// what was in conflicts of late. Clauses may be added between answers; assumptions hold for one.
/// The same calls have the same answers: nothing is random.
class Solver final {
 public:
  Solver() { counted_.push(0); }

  /// The next number; tried as false first.
  int add_variable();
  /// One of these must hold.
  void add_clause(std::span<const Literal> literals);

  /// yes: there is a model. no: the assumptions cannot hold together: core() says which.
  Answer solve(std::span<const Literal> assumptions, const Limit& limit = {});

  bool holds(Literal literal) const {
    return (model_[variable_of(literal)] != 0) == (literal % 2 == 0);
  }
  /// Assumptions, not all of which can hold; none: the clauses alone cannot be met.
  const std::vector<Literal>& core() const { return core_; }

 private:
  static constexpr int none = -1;
  enum Value : std::int8_t { falsified = -1, open = 0, satisfied = 1 };

  struct Clause {
    std::vector<Literal> literals;  // the first two are watched
    int levels = 0;                 // of a learned one: how many decisions it joined
    bool learned = false;
  };
  struct Watch {
    int clause;
    Literal other;  // where this holds, the clause need not be looked at
  };
  struct Learned {
    std::vector<Literal> literals;  // the first is what follows after going back to `level`
    int level = 0;
  };

  Value value(Literal literal) const { return values_[literal]; }
  int level() const { return starts_.size(); }
  void begin_level() { starts_.push(trail_.size()); }
  void assign(Literal literal, int reason);
  void go_back(int level);
  int attach(Clause clause);
  int propagate();
  bool watch_another(int clause, Literal off);

  Learned analyze(int conflict);
  void see(int clause, std::vector<Literal>& lower, int& open_here);
  bool follows_from_seen(Literal literal) const;
  int levels_of(std::span<const Literal> literals);
  void learn(int conflict);
  void forget();
  void find_core(Literal failed);
  Literal next_decision();
  Answer search(std::span<const Literal> assumptions, std::int64_t end, const Limit& limit);
  Answer decide(std::span<const Literal> assumptions, bool& decided);

  Table<Clause> clauses_;
  Table<std::vector<Watch>> watches_;  // of a literal: looked at when it is falsified
  Table<Value> values_;                // of a literal
  Table<int> level_, reason_;          // of a variable that has a value
  Table<char> tried_;                  // of a variable: the value it had last
  Table<char> seen_;
  Table<int> counted_;  // of a level: the last call of levels_of that met it
  int count_ = 0;
  Table<Literal> trail_;
  Table<int> starts_;  // of a level in the trail
  int head_ = 0;       // of what was not propagated yet
  ActivityHeap order_;
  int learned_ = 0, most_learned_ = 3000;
  std::int64_t conflicts_ = 0;  // of this answer
  bool gives_up_ = false, impossible_ = false;
  Table<char> model_;
  std::vector<Literal> core_;
};

}  // namespace tasks::sat
