#include "tasks/sat/fewest.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::sat {
namespace {

constexpr std::int64_t cheap_conflicts = 1000;
constexpr int uncounted = -1;

}  // namespace

FewestTaken::FewestTaken(int items) : items_(items) {
  for (int item = 0; item < items; ++item) assume(is_false(solver_.add_variable()), uncounted);
}

void FewestTaken::assume(Literal literal, int count) {
  assumptions_.push_back(literal);
  count_of_.push_back(count);
}

/// Assumes it no longer; the count it was of, or uncounted.
int FewestTaken::drop(Literal literal) {
  const auto found = std::ranges::find(assumptions_, literal);
  const auto place = found - assumptions_.begin();
  const int count = count_of_[static_cast<std::size_t>(place)];
  assumptions_.erase(found);
  count_of_.erase(count_of_.begin() + place);
  return count;
}

void FewestTaken::add_clause(std::span<const int> items) {
  std::vector<Literal> literals;
  for (const int item : items) literals.push_back(is_true(item));
  solver_.add_clause(literals);
}

void FewestTaken::take_all_but_one(std::span<const int> items) {
  at_least_ += static_cast<int>(items.size()) - 1;
  const int spared = solver_.add_variable();  // if it holds, so does one of the items' absence
  std::vector<Literal> clause{is_false(spared)};
  for (const int item : items) {
    drop(is_false(item));
    clause.push_back(is_false(item));
  }
  solver_.add_clause(clause);
  assume(is_true(spared), uncounted);
}

Answer FewestTaken::solve(const Limit& limit) {
  while (true) {
    const Answer answer = solver_.solve(assumptions_, limit);
    if (answer != Answer::no) return answer;
    base::promise(!solver_.core().empty(), "all items together meet every clause");
    use_core(solver_.core(), limit);
  }
}

/// Fewer assumptions that cannot hold together, as long as that is cheap.
void FewestTaken::shrink(std::vector<Literal>& core, const Limit& limit) {
  const Limit cheap{cheap_conflicts, limit.goes_on};
  for (std::size_t size = core.size() + 1; core.size() < size && core.size() > 1;) {
    size = core.size();
    if (solver_.solve(core, cheap) == Answer::no) core = solver_.core();
  }
  Answer answer = Answer::no;
  for (std::size_t i = 0; i < core.size() && core.size() > 1 && answer != Answer::stopped;) {
    std::vector<Literal> fewer = core;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    answer = solver_.solve(fewer, cheap);
    if (answer == Answer::no) core = std::move(fewer);
    if (answer == Answer::yes) ++i;
  }
}

/// Where it is cheap to see that more of a count must hold, the bound rises at once.
void FewestTaken::exhaust(Count& count, const Limit& limit) {
  const Limit cheap{cheap_conflicts, limit.goes_on};
  while (count.bound < std::ssize(count.more_than)) {
    const Literal more = count.more_than[static_cast<std::size_t>(count.bound)];
    const Literal no_more = negated(more);
    if (solver_.solve(std::span(&no_more, 1), cheap) != Answer::no) return;
    solver_.add_clause(std::span(&more, 1));
    ++count.bound;
    ++at_least_;
  }
}

/// Asks of a count whether no more than its bound can hold.
void FewestTaken::assume_bound(int index) {
  const Count& count = counts_[static_cast<std::size_t>(index)];
  if (count.bound == std::ssize(count.more_than)) return;
  assume(negated(count.more_than[static_cast<std::size_t>(count.bound)]), index);
}

/// One of the core's assumptions does not hold: that is one more in the bound, and from here on
/// it is asked whether it is the only one.
void FewestTaken::use_core(std::vector<Literal> core, const Limit& limit) {
  shrink(core, limit);
  ++at_least_;
  std::vector<Literal> broken;
  for (const Literal literal : core) broken.push_back(negated(literal));
  solver_.add_clause(broken);
  for (const Literal literal : core) {
    const int index = drop(literal);
    if (index == uncounted) continue;
    ++counts_[static_cast<std::size_t>(index)].bound;
    assume_bound(index);
  }
  if (broken.size() < 2) return;
  Count count{counted(broken), 1};
  exhaust(count, limit);
  counts_.push_back(std::move(count));
  assume_bound(static_cast<int>(counts_.size()) - 1);
}

/// A totalizer (Bailleux and Boufkhad 2003), one direction: [j] follows if more than j hold.
std::vector<Literal> FewestTaken::counted(std::span<const Literal> literals) {
  if (literals.size() == 1) return {literals[0]};
  const std::size_t half = literals.size() / 2;
  const auto left = counted(literals.first(half)), right = counted(literals.subspan(half));
  std::vector<Literal> sums;
  while (sums.size() < literals.size()) sums.push_back(is_true(solver_.add_variable()));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i + j == 0) continue;
      std::vector<Literal> clause{sums[i + j - 1]};
      if (i > 0) clause.push_back(negated(left[i - 1]));
      if (j > 0) clause.push_back(negated(right[j - 1]));
      solver_.add_clause(clause);
    }
  }
  return sums;
}

std::vector<int> FewestTaken::taken() const {
  std::vector<int> taken;
  for (int item = 0; item < items_; ++item) {
    if (solver_.holds(is_true(item))) taken.push_back(item);
  }
  return taken;
}

}  // namespace tasks::sat
