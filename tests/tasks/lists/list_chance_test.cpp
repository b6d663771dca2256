#include "tasks/lists/list_chance.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "tests/tasks/catalog/oracle.h"

using tasks::ListConfig;
using tasks::ListHint;
using tasks::ListInputs;

namespace {

using List = std::vector<int>;

/// Every list with its probability, by going through all windows and all lists.
std::map<List, double> all_lists(const ListConfig& config, int n) {
  std::vector<std::pair<int, double>> widths{{config.values, 1.0}};
  if (config.inputs == ListInputs::fixed_density) widths = {{density_window(config, n), 1.0}};
  if (config.inputs == ListInputs::duplicate_rich) {
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
std::map<List, double> distinct_lists(const ListConfig& config, int n) {
  std::map<List, double> result;
  for (const auto& [items, unused] : all_lists({.values = config.values}, n)) {
    if (tasks::multiplicities(items).size() == items.size()) result[items] = 1;
  }
  for (auto& [items, probability] : result) probability /= static_cast<double>(result.size());
  return result;
}

std::map<List, double> lists_of(const ListConfig& config, int n) {
  return config.inputs == ListInputs::distinct ? distinct_lists(config, n) : all_lists(config, n);
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

double best_sorting(const ListConfig& config, int n) {
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

double best_hint(ListHint kind, const ListConfig& config, int n) {
  Guesser guesser;
  for (const auto& [items, probability] : lists_of(config, n)) {
    if (kind == ListHint::fill) {
      learn_fill(items, probability, guesser);
    } else if (kind > ListHint::fill) {
      guesser.learn("", tests::right_answer(name(kind), prompt_of(items)), probability);
    } else {
      for (const int q : items) {
        const std::string prompt = prompt_of(items) + ' ' + std::to_string(q);
        guesser.learn(std::to_string(q), tests::right_answer(name(kind), prompt), probability / n);
      }
    }
  }
  return guesser.best();
}

constexpr double rounding = 1e-9;

}  // namespace

TEST_CASE("the chance of sorting is that of the best fixed answer") {
  for (const auto inputs : {ListInputs::uniform, ListInputs::distinct, ListInputs::fixed_density}) {
    for (const double density : {0.4, 1.0, 2.5}) {
      const ListConfig config{.values = 4, .inputs = inputs, .density = density};
      for (int n = 1; n <= list_lengths(config).high && n <= 5; ++n) {
        INFO(tasks::name(inputs) << " density " << density << " n " << n);
        CHECK(chance_of_sorting(config, n) == Approx(best_sorting(config, n)).epsilon(rounding));
      }
    }
  }
}

TEST_CASE("the chance of a hint is that of the best guesser who knows n and q") {
  for (const ListHint kind : tasks::all_list_hints) {
    for (const auto inputs : {ListInputs::uniform, ListInputs::distinct}) {
      for (const int values : {2, 4, 5}) {
        const ListConfig config{.values = values, .inputs = inputs};
        for (int n = 1; n <= list_lengths(config).high && n <= 5; ++n) {
          INFO(name(kind) << ' ' << tasks::name(inputs) << " V " << values << " n " << n);
          CHECK(chance_of_hint(kind, config, n) ==
                Approx(best_hint(kind, config, n)).epsilon(rounding));
        }
      }
    }
  }
}

TEST_CASE("where lists come from windows the chance is no smaller than the best guess") {
  for (const auto inputs : {ListInputs::fixed_density, ListInputs::duplicate_rich}) {
    for (int n = 1; n <= 5; ++n) {
      const ListConfig config{.values = 5, .inputs = inputs, .density = 1.4};
      INFO(tasks::name(inputs) << " n " << n);
      CHECK(chance_of_sorting(config, n) >= best_sorting(config, n) - rounding);
      for (const ListHint kind : tasks::all_list_hints) {
        INFO(name(kind));
        const double chance = chance_of_hint(kind, config, n);
        CHECK(chance >= best_hint(kind, config, n) - rounding);
        CHECK(chance <= 1 + rounding);
      }
    }
  }
}

TEST_CASE("count, minimum, maximum and identity copy have the exact chance at a fixed density") {
  for (const ListHint kind : {ListHint::count, ListHint::minimum, ListHint::maximum,
                              ListHint::identity_copy, ListHint::fill}) {
    for (int n = 1; n <= 5; ++n) {
      const ListConfig config{.values = 5, .inputs = ListInputs::fixed_density, .density = 1.4};
      INFO(name(kind) << " n " << n);
      CHECK(chance_of_hint(kind, config, n) ==
            Approx(best_hint(kind, config, n)).epsilon(rounding));
    }
  }
}

TEST_CASE("the chance of long lists neither overflows nor takes for ever") {
  for (const auto inputs : {ListInputs::uniform, ListInputs::distinct, ListInputs::fixed_density,
                            ListInputs::duplicate_rich}) {
    for (const int values : {2, 100, 1000}) {
      const ListConfig config{.values = values, .inputs = inputs};
      const int n = list_lengths(config).high;
      INFO(tasks::name(inputs) << " V " << values << " n " << n);
      CHECK(chance_of_sorting(config, n) <= 1 + rounding);
      for (const ListHint kind : tasks::all_list_hints) {
        INFO(name(kind));
        const double chance = chance_of_hint(kind, config, n);
        CHECK(chance >= 0);
        CHECK(chance <= 1 + rounding);
      }
    }
  }
}
