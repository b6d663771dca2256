#include "tasks/lists/list_chance.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "tests/tasks/catalog/oracle.h"

using tasks::lists::ListConfig;
using tasks::lists::ListHint;
using tasks::lists::ListInputs;

namespace {

using List = std::vector<int>;

/// Every list with its probability, by going through all windows and all lists.
std::map<List, double> all_lists(const tasks::lists::ListConfig& config, int n) {
  std::vector<std::pair<int, double>> widths{{config.values, 1.0}};
  if (config.inputs == tasks::lists::ListInputs::fixed_density)
    widths = {{tasks::lists::density_window(config, n), 1.0}};
  if (config.inputs == tasks::lists::ListInputs::duplicate_rich) {
    widths = {{config.values, 0.5}};
    const int low = std::max(1, n / 4);
    for (int w = low; w <= n; ++w) {
      widths.emplace_back(std::min(w, config.values), 0.5 / (n - low + 1));
    }
  }
  std::map<List, double> result;
  for (const auto& [width, share] : widths) {
    const int windows = config.values - width + 1;
    for (int first = 1; first <= windows; ++first) {
      const auto lists = static_cast<int>(std::lround(std::pow(width, n)));
      for (int code = 0; code < lists; ++code) {
        List items;
        for (int rest = code, i = 0; i < n; ++i, rest /= width)
          items.push_back(first + rest % width);
        result[items] += share / windows / lists;
      }
    }
  }
  return result;
}

/// The same for distinct lists: all lists, those with a repetition struck out.
std::map<List, double> distinct_lists(const tasks::lists::ListConfig& config, int n) {
  std::map<List, double> result;
  for (const auto& [items, unused] : all_lists({.values = config.values}, n)) {
    if (tasks::lists::multiplicities(items).size() == items.size()) result[items] = 1;
  }
  for (auto& [items, probability] : result) probability /= static_cast<double>(result.size());
  return result;
}

std::map<List, double> lists_of(const tasks::lists::ListConfig& config, int n) {
  return config.inputs == tasks::lists::ListInputs::distinct ? distinct_lists(config, n)
                                                             : all_lists(config, n);
}

std::string prompt_of(const List& items) {
  std::string prompt = "<task>";
  for (const int item : items) prompt += ' ' + std::to_string(item);
  return prompt + " =";
}

/// What the best guesser who sees only `clue` of a question gets right.
class Guesser {
 public:
  void learn(const std::string& clue, const std::string& answer, double probability) {
    answers_[clue][answer] += probability;
  }
  double best() const {
    double sum = 0;
    for (const auto& [clue, answers] : answers_) {
      double likeliest = 0;
      for (const auto& [answer, probability] : answers)
        likeliest = std::max(likeliest, probability);
      sum += likeliest;
    }
    return sum;
  }

 private:
  std::map<std::string, std::map<std::string, double>> answers_;
};

double best_sorting(const tasks::lists::ListConfig& config, int n) {
  Guesser guesser;
  for (const auto& [items, probability] : lists_of(config, n)) {
    guesser.learn("", tests::right_answer("sorting", prompt_of(items)), probability);
  }
  return guesser.best();
}

void learn_fill(const List& items, double probability, Guesser& guesser) {
  List sorted = items;
  std::sort(sorted.begin(), sorted.end());
  const auto n = sorted.size();
  for (std::size_t certain = 0; certain < n; ++certain) {
    for (std::size_t others = 0; others < (std::size_t{1} << n); ++others) {
      std::string missing;
      int blanks = 0;
      for (std::size_t i = 0; i < n; ++i) {
        if (i != certain && (others >> i) % 2 == 0) continue;
        missing += std::to_string(sorted[i]) + ' ';
        ++blanks;
      }
      const auto ways = static_cast<double>(n << n);
      guesser.learn(std::to_string(blanks), missing, probability / ways);
    }
  }
}

double best_hint(tasks::lists::ListHint kind, const tasks::lists::ListConfig& config, int n) {
  Guesser guesser;
  for (const auto& [items, probability] : lists_of(config, n)) {
    if (kind == tasks::lists::ListHint::fill) {
      learn_fill(items, probability, guesser);
    } else if (kind > tasks::lists::ListHint::fill) {
      guesser.learn("", tests::right_answer(tasks::lists::name(kind), prompt_of(items)),
                    probability);
    } else {
      for (const int q : items) {
        const std::string prompt = prompt_of(items) + ' ' + std::to_string(q);
        guesser.learn(std::to_string(q), tests::right_answer(tasks::lists::name(kind), prompt),
                      probability / n);
      }
    }
  }
  return guesser.best();
}

constexpr double rounding = 1e-9;

}  // namespace

TEST_CASE("the chance of sorting is that of the best fixed answer") {
  for (const auto inputs : {tasks::lists::ListInputs::uniform, tasks::lists::ListInputs::distinct,
                            tasks::lists::ListInputs::fixed_density}) {
    for (const double density : {0.4, 1.0, 2.5}) {
      const tasks::lists::ListConfig config{.values = 4, .inputs = inputs, .density = density};
      for (int n = 1; n <= tasks::lists::list_lengths(config).high && n <= 5; ++n) {
        INFO(tasks::lists::name(inputs) << " density " << density << " n " << n);
        CHECK(tasks::lists::chance_of_sorting(config, n) ==
              Approx(best_sorting(config, n)).epsilon(rounding));
      }
    }
  }
}

TEST_CASE("the chance of a hint is that of the best guesser who knows n and q") {
  for (const tasks::lists::ListHint kind : tasks::lists::all_list_hints) {
    for (const auto inputs :
         {tasks::lists::ListInputs::uniform, tasks::lists::ListInputs::distinct}) {
      for (const int values : {2, 4, 5}) {
        const tasks::lists::ListConfig config{.values = values, .inputs = inputs};
        for (int n = 1; n <= tasks::lists::list_lengths(config).high && n <= 5; ++n) {
          INFO(tasks::lists::name(kind)
               << ' ' << tasks::lists::name(inputs) << " V " << values << " n " << n);
          CHECK(tasks::lists::chance_of_hint(kind, config, n) ==
                Approx(best_hint(kind, config, n)).epsilon(rounding));
        }
      }
    }
  }
}

TEST_CASE("where lists come from windows the chance is no smaller than the best guess") {
  for (const auto inputs :
       {tasks::lists::ListInputs::fixed_density, tasks::lists::ListInputs::duplicate_rich}) {
    for (int n = 1; n <= 5; ++n) {
      const tasks::lists::ListConfig config{.values = 5, .inputs = inputs, .density = 1.4};
      INFO(tasks::lists::name(inputs) << " n " << n);
      CHECK(tasks::lists::chance_of_sorting(config, n) >= best_sorting(config, n) - rounding);
      for (const tasks::lists::ListHint kind : tasks::lists::all_list_hints) {
        INFO(tasks::lists::name(kind));
        const double chance = tasks::lists::chance_of_hint(kind, config, n);
        CHECK(chance >= best_hint(kind, config, n) - rounding);
        CHECK(chance <= 1 + rounding);
      }
    }
  }
}

TEST_CASE("count, minimum, maximum and identity copy have the exact chance at a fixed density") {
  for (const tasks::lists::ListHint kind :
       {tasks::lists::ListHint::count, tasks::lists::ListHint::minimum,
        tasks::lists::ListHint::maximum, tasks::lists::ListHint::identity_copy,
        tasks::lists::ListHint::fill}) {
    for (int n = 1; n <= 5; ++n) {
      const tasks::lists::ListConfig config{
          .values = 5, .inputs = tasks::lists::ListInputs::fixed_density, .density = 1.4};
      INFO(tasks::lists::name(kind) << " n " << n);
      CHECK(tasks::lists::chance_of_hint(kind, config, n) ==
            Approx(best_hint(kind, config, n)).epsilon(rounding));
    }
  }
}

TEST_CASE("the chance of long lists neither overflows nor takes for ever") {
  for (const auto inputs :
       {tasks::lists::ListInputs::uniform, tasks::lists::ListInputs::distinct,
        tasks::lists::ListInputs::fixed_density, tasks::lists::ListInputs::duplicate_rich}) {
    for (const int values : {2, 100, 1000}) {
      const tasks::lists::ListConfig config{.values = values, .inputs = inputs};
      const int n = tasks::lists::list_lengths(config).high;
      INFO(tasks::lists::name(inputs) << " V " << values << " n " << n);
      CHECK(tasks::lists::chance_of_sorting(config, n) <= 1 + rounding);
      for (const tasks::lists::ListHint kind : tasks::lists::all_list_hints) {
        INFO(tasks::lists::name(kind));
        const double chance = tasks::lists::chance_of_hint(kind, config, n);
        CHECK(chance >= 0);
        CHECK(chance <= 1 + rounding);
      }
    }
  }
}
