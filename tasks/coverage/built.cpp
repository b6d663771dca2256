#include "tasks/coverage/built.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "tasks/coverage/class_cover.h"
#include "tasks/coverage/coverage.h"

namespace tasks::coverage {
namespace {

using Counts = std::vector<std::int64_t>;  // of held-out inputs, at k, k + 1, ...

FiniteFunction trained_and_asked(const CalledFunction& function, const TrainingItems& items) {
  FiniteFunction all{.sizes = function.sizes};
  std::vector<int> x(all.sizes.size());
  for (std::size_t code = 0; code < function.truth.size(); ++code) {
    if (items.trained()[code] != 0) {
      all.train.push_back({x, function.shown[code]});
    } else if (items.askable()[code] != 0) {
      all.held_out.push_back({x, function.truth[code]});
    }
    for (std::size_t i = x.size(); i-- > 0 && ++x[i] == all.sizes[i];) x[i] = 0;
  }
  return all;
}

/// What the search wants: so many inputs covered at each k.
struct Goal {
  int k = 1;
  Counts wanted;
  std::vector<CountRange> meeting;  ///< what will do

  /// Of all shares, that they are met.
  bool is_met(const Counts& counts) const {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (!meeting[i].contains(counts[i])) return false;
    }
    return true;
  }

  /// Or much nearer than that.
  bool is_near(const Counts& counts) const {
    constexpr std::int64_t finer = 10;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const std::int64_t width = meeting[i].high - meeting[i].low;
      if (std::abs(counts[i] - wanted[i]) > width / finer) return false;
    }
    return true;
  }

  std::int64_t distance(const Counts& counts) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) sum += std::abs(counts[i] - wanted[i]);
    return sum;
  }
};

class Search {
 public:
  Search(const CalledFunction& function, const std::vector<char>& drawn, base::Random random)
      : function_(function), items_(function, drawn), random_(random) {}

  const TrainingItems& items() const { return items_; }
  const Counts& drawn() const { return drawn_; }
  const Counts& reached() const { return reached_; }  ///< where it was nearest
  const Counts& lowest() const { return lowest_; }    ///< of all rounds, at each k
  const Counts& highest() const { return highest_; }

  /// Whether it got there; if not, `items` are those of the last round.
  bool run(const Goal& goal) {
    const auto levels = static_cast<int>(goal.wanted.size());
    const InputCodes codes(function_.sizes);
    for (FragmentClasses& classes : true_classes(codes, function_.truth, items_.askable())) {
      covers_.emplace_back(function_, std::move(classes), items_, goal.k, levels);
    }
    Counts counts = drawn_ = reached_ = lowest_ = highest_ = counted(goal);
    int in_vain = 0;                          // rounds
    std::int64_t trust = 10 * items_.size();  // steps that the estimate is good for
    while (!goal.is_met(counts) && in_vain < most_in_vain) {
      correct(counts);
      const std::int64_t steps = round(goal, trust);
      if (steps == 0) break;
      counts = counted(goal);
      const bool is_better = goal.distance(counts) < goal.distance(reached_);
      in_vain = is_better ? 0 : in_vain + 1;
      if (!is_better) trust = std::max<std::int64_t>(1, steps / 2);
      note(goal, counts);
    }
    return goal.is_met(counts);
  }

 private:
  /// What is tried, each where those before it find nothing more.
  enum class Steps {
    nearer,    ///< items that cross over, if it leads nearer
    crossing,  ///< the same if it leads nearer, or no further off and loosens what is in the way
    any,       ///< such steps, and any item for any other
  };

  static constexpr int most_in_vain = 20;
  static constexpr std::int64_t work_of_item = 100'000;  // words of contexts: 4 s of 4400 items
  static constexpr std::int64_t patience = 5;            // proposals an item without a step

  Counts counted(const Goal& goal) {
    Counts counts(goal.wanted.size());
    for (const int cutoff : k_cutoffs(trained_and_asked(function_, items_))) {
      for (int k = goal.k; k <= cutoff && k < goal.k + std::ssize(counts); ++k) {
        ++counts[static_cast<std::size_t>(k - goal.k)];
      }
    }
    return counts;
  }

  void note(const Goal& goal, const Counts& counts) {
    if (goal.is_met(counts) || goal.distance(counts) < goal.distance(reached_)) reached_ = counts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      lowest_[i] = std::min(lowest_[i], counts[i]);
      highest_[i] = std::max(highest_[i], counts[i]);
    }
  }

  /// Sets how far the estimate is off.
  void correct(const Counts& counts) {
    off_.assign(counts.size(), 0);
    const Counts estimate = estimated();
    for (std::size_t i = 0; i < counts.size(); ++i) off_[i] = counts[i] - estimate[i];
  }

  /// From what is substituted within classes, and how far that was off when last counted.
  Counts estimated() const {
    Counts counts = off_;
    for (const ClassCover& cover : covers_) {
      for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += cover.counts()[i].covered;
    }
    return counts;
  }

  /// From the goal, and of two that are as far the one that more of the evidence is in the way of.
  std::pair<std::int64_t, std::int64_t> distances(const Goal& goal) const {
    const Counts counts = estimated();
    std::int64_t in_the_way = 0;
    for (const ClassCover& cover : covers_) {
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::int64_t ties = cover.counts()[i].ties;
        in_the_way += counts[i] > goal.wanted[i] ? ties : -ties;
      }
    }
    return {goal.distance(counts), in_the_way};
  }

  std::int64_t work() const {
    std::int64_t sum = 0;
    for (const ClassCover& cover : covers_) sum += cover.work();
    return sum;
  }

  std::optional<Exchange> proposed(Steps kind) {
    if (covers_.empty()) return std::nullopt;
    if (kind != Steps::any || random_.below(2) == 0) {
      const auto which = static_cast<std::size_t>(random_.below(std::ssize(covers_)));
      const std::optional<Exchange> found = covers_[which].crossing(items_, random_);
      const bool fits = found && items_.keeps_uses(*found) && items_.keeps_noise(*found);
      return fits ? found : std::nullopt;
    }
    const Exchange exchange{1, {items_.any_item(random_)}, {items_.any_askable(random_)}};
    const bool fits = !items_.has(exchange.come[0]) && items_.keeps_seen(exchange) &&
                      items_.keeps_noise(exchange);
    return fits ? std::optional(exchange) : std::nullopt;
  }

  /// Steps until the goal is near by the estimate, which is good for so many. How many it took.
  std::int64_t round(const Goal& goal, std::int64_t most) {
    std::int64_t steps = 0;
    for (const Steps kind : {Steps::nearer, Steps::crossing, Steps::any}) {
      if (!goal.is_near(estimated())) steps += approach(goal, kind, most - steps);
    }
    return steps;
  }

  /// Of one kind, until the goal is near, none is found or there were enough.
  std::int64_t approach(const Goal& goal, Steps kind, std::int64_t most) {
    std::int64_t steps = 0;
    auto distance = distances(goal);
    const std::int64_t most_failures = patience * items_.size();
    const std::int64_t most_work = work_of_item * items_.size();
    for (std::int64_t failures = 0; failures < most_failures && work() < most_work; ++failures) {
      if (steps == most) break;
      const std::optional<Exchange> exchange = proposed(kind);
      if (!exchange) continue;
      for (ClassCover& cover : covers_) cover.apply(*exchange);
      const auto now = distances(goal);
      if (kind == Steps::nearer ? now.first >= distance.first : now >= distance) {
        for (ClassCover& cover : covers_) cover.undo();
        continue;
      }
      items_.apply(*exchange);
      distance = now;
      failures = 0;
      ++steps;
      if (goal.is_near(estimated())) break;
    }
    return steps;
  }

  const CalledFunction& function_;
  TrainingItems items_;
  base::Random random_;
  std::vector<ClassCover> covers_;
  Counts drawn_, reached_, lowest_, highest_, off_;
};

double percent(std::int64_t count, std::int64_t of) {
  return std::round(1000.0 * static_cast<double>(count) / static_cast<double>(of)) / 10;
}

/// "k 3: wanted 60 %, came to 33.1 %, drawn first 11.2 %, reached 0 to 33.1 %"; the last by who
/// wants none or all covered at this k alone, too.
std::string in_words(const CalledFunction& function, const std::vector<char>& drawn,
                     const CutoffTarget& target, std::size_t i, const Search& search,
                     const base::Random& random) {
  const std::int64_t asked = search.items().asked();
  const int k = target.k + static_cast<int>(i);
  std::int64_t low = search.lowest()[i], high = search.highest()[i];
  for (const std::int64_t wanted : {std::int64_t{0}, asked}) {
    Search alone(function, drawn, random);
    alone.run({k, {wanted}, {CountRange{wanted, wanted}}});
    low = std::min(low, alone.lowest()[0]);
    high = std::max(high, alone.highest()[0]);
  }
  return base::concat("k ", k, ": wanted ", std::round(1000 * target.share[i]) / 10, " %, came to ",
                      percent(search.reached()[i], asked), " %, drawn first ",
                      percent(search.drawn()[i], asked), " %, reached ", percent(low, asked),
                      " to ", percent(high, asked), " %");
}

[[noreturn]] void fail(const CalledFunction& function, const std::vector<char>& drawn,
                       const CutoffTarget& target, const Search& search,
                       const base::Random& random) {
  std::string message =
      base::concat("target.share: the search does not get there, of ", search.items().asked(),
                   " items that are not trained on and whose calls are; ");
  for (std::size_t i = 0; i < target.share.size(); ++i) {
    message += (i == 0 ? "" : "; ") + in_words(function, drawn, target, i, search, random);
  }
  throw base::Error(message);
}

}  // namespace

BuiltTraining built_to_target(const CalledFunction& function, const std::vector<char>& drawn,
                              const CutoffTarget& target, const base::Random& random) {
  Search search(function, drawn, random);
  const std::int64_t asked = search.items().asked();
  base::require(asked > 0,
                "target.share: of what has all its calls in training nothing is left to be "
                "asked");
  Goal goal{target.k, {}, {}};
  for (const double share : target.share) {
    goal.wanted.push_back(std::llround(share * static_cast<double>(asked)));
    goal.meeting.push_back(counts_meeting(share, asked));
  }
  if (!search.run(goal)) fail(function, drawn, target, search, random);
  BuiltTraining built{search.items().trained(), {{}, asked}};
  built.how.exchanged = search.items().exchanged();
  built.how.uses_moved = search.items().uses_moved();
  for (std::size_t i = 0; i < target.share.size(); ++i) {
    built.how.shares.push_back(
        {target.k + static_cast<int>(i), target.share[i], search.drawn()[i], search.reached()[i]});
  }
  return built;
}

}  // namespace tasks::coverage
