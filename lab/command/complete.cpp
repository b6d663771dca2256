#include "lab/command/complete.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "lab/paper/experiment.h"
#include "lab/probe/kinds.h"
#include "lab/runs/list.h"
#include "lab/spec/reference/completed.h"
#include "lab/store/run_folder.h"
#include "tasks/catalog/catalog.h"
#include "tasks/pool_names.h"

namespace lab::command {
namespace {

using Words = std::vector<std::string>;

/// A line that is being typed.
struct Line {
  Words before;  ///< the program, the command and what follows, but for the last
  std::string begun;
};

std::string store_of_line(const Line& line) {
  for (std::size_t i = 0; i < line.before.size(); ++i) {
    const std::string& word = line.before[i];
    if (word.starts_with("--store=")) return word.substr(word.find('=') + 1);
    if (word == "--store" && i + 1 < line.before.size()) return line.before[i + 1];
  }
  const char* variable = std::getenv("LAB_STORE");
  return variable == nullptr || *variable == 0 ? "results/runs" : variable;
}

Words runs_of(const Line& line) {
  Words names;
  for (const auto& folder : store::all_runs(store_of_line(line))) {
    names.push_back(folder.filename());
  }
  return names;
}

Words experiments_here() {
  const auto folder = paper::found_experiments();
  if (!folder) return {};
  Words names;
  for (const paper::Experiment& one : paper::all_experiments(*folder)) names.push_back(one.name);
  return names;
}

Words task_names() {
  Words names;
  for (const auto& entry : tasks::catalog::catalog()) names.push_back(entry.name);
  return names;
}

Words pool_names() {
  Words names;
  for (const tasks::Pool pool : tasks::all_pools) names.emplace_back(tasks::name(pool));
  return names;
}

/// "score.pools=[TRAIN, TE" goes on as "score.pools=[TRAIN, TEST".
Words with_values(const std::string& begun, std::size_t sign_end, const std::string& path) {
  const auto mark = begun.find_last_of("[, ");
  const std::size_t from = mark == begun.npos || mark < sign_end ? sign_end : mark + 1;
  Words words;
  for (const std::string& value : spec::reference::values_of(path)) {
    words.push_back(begun.substr(0, from) + value);
  }
  return words;
}

/// Of path=value: the path, then what the field may be.
Words settings(const std::string& begun, const Words& others = {}) {
  const auto sign = begun.find_first_of("=!<>");
  if (sign != begun.npos) {
    const auto end = std::min(begun.find_first_not_of("=!<>", sign), begun.size());
    if (begun.starts_with("status") && !others.empty()) {
      Words words;
      for (const store::RunState state : store::all_run_states) {
        words.push_back(begun.substr(0, end) + std::string(store::name(state)));
      }
      return words;
    }
    return with_values(begun, end, begun.substr(0, sign));
  }
  Words words;
  for (const std::string& path : spec::reference::completed_paths(begun)) {
    words.push_back(path.ends_with('.') ? path : path + "=");
  }
  for (const std::string& other : others) words.push_back(other + "=");
  return words;
}

Words sort_columns() {
  Words columns = runs::list_columns();
  for (const std::string& column : runs::list_columns()) columns.push_back("-" + column);
  return columns;
}

using Offer = std::function<Words(const Line&)>;

/// What an option takes, by its name; files where it is not here.
const std::map<std::string, Offer>& option_offers() {
  static const std::map<std::string, Offer> all{
      {"set", [](const Line& line) { return settings(line.begun); }},
      {"where",
       [](const Line& line) {
         return settings(line.begun, {"status", "score", "exact_match", "fit", "tag", "note",
                                      "step", "steps", "started", "wall_seconds"});
       }},
      {"field", [](const Line& line) { return spec::reference::completed_paths(line.begun); }},
      {"pool", [](const Line&) { return pool_names(); }},
      {"task", [](const Line&) { return task_names(); }},
      {"with", runs_of},
      {"sort", [](const Line&) { return sort_columns(); }},
      {"scale",
       [](const Line&) {
         return Words{"smoke", "cpu", "full"};
       }},
      {"executor",
       [](const Line&) {
         return Words{"local", "slurm"};
       }},
      {"step", [](const Line&) { return Words{"all"}; }}};
  return all;
}

void add(const Words& words, Offers* offers) {
  offers->words.insert(offers->words.end(), words.begin(), words.end());
}

void add(Completion completion, const Line& line, Offers* offers) {
  switch (completion) {
    case Completion::files:
      offers->files = true;
      break;
    case Completion::runs:
      add(runs_of(line), offers);
      break;
    case Completion::experiments:
      add(experiments_here(), offers);
      break;
    case Completion::tasks:
      add(task_names(), offers);
      break;
    case Completion::probes:
      add(probe::probe_names(), offers);
      break;
  }
}

/// The option of this word, "--set" or "-j"; null if it is none, or takes no value.
const boost::program_options::option_description* option_with_value(const Command& command,
                                                                    const std::string& word) {
  for (const auto& option : command.options.options()) {
    const std::string short_name = option->canonical_display_name(
        boost::program_options::command_line_style::allow_dash_for_short);
    const bool is_this = word == "--" + option->long_name() || word == short_name;
    if (is_this && option->semantic()->max_tokens() > 0) return option.get();
  }
  return nullptr;
}

void add_values(const std::string& option, const Line& line, Offers* offers) {
  const auto found = option_offers().find(option);
  if (found == option_offers().end()) {
    offers->files = true;
  } else {
    add(found->second(line), offers);
  }
}

/// How many words that are no options stand before the last.
std::size_t place_of(const Command& command, const Line& line) {
  std::size_t place = 0;
  for (std::size_t i = 2; i < line.before.size(); ++i) {
    if (option_with_value(command, line.before[i]) != nullptr) {
      ++i;
    } else if (!line.before[i].starts_with('-')) {
      ++place;
    }
  }
  return place;
}

void add_word(const Command& command, const Line& line, Offers* offers) {
  if (command.words.empty()) return;
  const std::size_t place = place_of(command, line), last = command.words.size() - 1;
  if (place > last && command.words[last].times == Times::once) return;
  const CommandWord& word = command.words[std::min(place, last)];
  add(word.choices, offers);
  for (const Completion completion : word.completions) add(completion, line, offers);
}

/// "--pool=te": the option's values, behind its name.
bool add_joined_values(const Command& command, const Line& line, Offers* offers) {
  const auto equals = line.begun.find('=');
  if (!line.begun.starts_with("--") || equals == line.begun.npos) return false;
  const std::string option = line.begun.substr(0, equals);
  if (option_with_value(command, option) == nullptr) return true;
  Offers values;
  add_values(option.substr(2), {line.before, line.begun.substr(equals + 1)}, &values);
  for (const std::string& value : values.words) offers->words.push_back(option + "=" + value);
  return true;
}

void add_of_command(const Command& command, const Line& line, Offers* offers) {
  if (const auto* option = option_with_value(command, line.before.back())) {
    add_values(option->long_name(), line, offers);
  } else if (add_joined_values(command, line, offers)) {
    return;
  } else if (line.begun.starts_with('-')) {
    for (const auto& one : command.options.options()) {
      offers->words.push_back("--" + one->long_name());
    }
    offers->words.emplace_back("--help");
  } else {
    add_word(command, line, offers);
  }
}

}  // namespace

Offers completed(std::span<const Command> commands, const Words& words) {
  if (words.size() < 2) return {};
  const Line line{{words.begin(), words.end() - 1}, words.back()};
  Offers offers;
  const auto command =
      words.size() == 2 ? commands.end() : std::ranges::find(commands, words[1], &Command::name);
  if (words.size() == 2 || (words.size() == 3 && words[1] == "help")) {
    std::ranges::transform(commands, std::back_inserter(offers.words), &Command::name);
    if (words.size() == 2) add({"help", "--help", "--version"}, &offers);
  } else if (command != commands.end()) {
    try {
      add_of_command(*command, line, &offers);
    } catch (const base::Error&) {  // a store that cannot be read has nothing to offer
    }
  }
  std::erase_if(offers.words, [&](const std::string& word) {
    return !word.starts_with(line.begun) || word.find_first_of("\n\r\t") != word.npos;
  });
  return offers;
}

}  // namespace lab::command
