#include "tasks/scan/scan.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::scan {
namespace {

/// Of the 20,910 published commands, those that say to do what most of them say.
int most_frequent_actions() {
  std::map<std::vector<Token>, int> commands;
  int most = 0;
  for (const ScanCommand& command : all_scan_commands(scan_primitives)) {
    most = std::max(most, ++commands[scan_action_words({}, command)]);
  }
  return most;
}

}  // namespace

std::vector<Introduction<ScanConfig>> Scan::introductions() {
  return {{"scan",
           "carry out a command in a small language, parts known, combination new",
           "The prompt is a command. The answer is the actions it asks for, then the end\n"
           "token: to jump around left is four times a turn left and a jump. Spec fields\n"
           "choose what is held out, further primitives and longer commands.",
           "<scan> look opposite left twice after run right =",
           "I_TURN_RIGHT I_RUN I_TURN_LEFT I_TURN_LEFT I_LOOK I_TURN_LEFT I_TURN_LEFT I_LOOK .",
           {}}};
}

Scan::Scan(const ScanConfig& config)
    : config_(config),
      world_(scan_world(config.world)),
      tokens_{scan_primitives + config.world.extra_primitives},
      vocabulary_(scan_vocabulary(tokens_.primitives)),
      fragments_(made_fragments()) {}

Range Scan::difficulties() const {
  return {config_.world.max_sentences, config_.world.max_sentences};
}

std::span<const Token> Scan::words_of(std::span<const Token> prompt) const {
  const bool framed =
      prompt.size() >= 3 && prompt.front() == tokens_.task() && prompt.back() == tokens_.equals();
  const auto words = framed ? prompt.subspan(1, prompt.size() - 2) : std::span<const Token>();
  require_prompt(scan_reading(tokens_, words).has_value(), *this, prompt,
                 "<scan> jump around left twice and walk =");
  return words;
}

ScanReading Scan::reading_of(std::span<const Token> prompt) const {
  return *scan_reading(tokens_, words_of(prompt));
}

Example Scan::example_of(const ScanCommand& command) const {
  Example example{{tokens_.task()}, scan_action_words(tokens_, command), difficulties().high};
  std::ranges::copy(scan_words(tokens_, command), std::back_inserter(example.prompt));
  example.prompt.push_back(tokens_.equals());
  example.answer.push_back(tokens_.end());
  return example;
}

Example Scan::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return example_of(random_scan_command(tokens_.primitives, difficulty, random));
}

bool Scan::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  std::vector<Token> right = reading_of(prompt).actions;
  right.push_back(tokens_.end());
  return std::ranges::equal(answer, right);
}

std::uint64_t Scan::question_key(std::span<const Token> prompt) const {
  return base::digest(words_of(prompt));
}

int Scan::answer_limit(std::span<const Token> prompt) const {
  return static_cast<int>(reading_of(prompt).actions.size()) + 1;
}

double Scan::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  static const int most = most_frequent_actions();
  const int sentences = scan_sentences(scan_primitives);
  return static_cast<double>(most) / (sentences + 2 * sentences * sentences);
}

std::map<std::string, int> Scan::facets(const Example& example) const {
  const ScanReading reading = reading_of(example.prompt);
  return {{"actions", static_cast<int>(reading.actions.size())},
          {"words", static_cast<int>(example.prompt.size()) - 2},
          {"sentences", reading.sentences}};
}

std::span<const Pool> Scan::pools() const {
  static constexpr std::array pools{Pool::train, Pool::validate, Pool::test, Pool::uncovered};
  return std::span(pools).first(pools.size() - (config_.world.coverage.empty() ? 1 : 0));
}

std::int64_t Scan::pool_size(Pool pool, int difficulty) const {
  require_difficulty(*this, difficulty);
  return std::ssize(world_.pools.at(pool)) + (pool == Pool::train ? world_.repeats : 0);
}

Example Scan::pool_item(Pool pool, int difficulty, std::int64_t place) const {
  require_difficulty(*this, difficulty);
  const std::vector<ScanCommand>& commands = world_.pools.at(pool);
  // Beyond the last comes the first again, the one shown alone.
  return example_of(commands[place < std::ssize(commands) ? static_cast<std::size_t>(place) : 0]);
}

}  // namespace tasks::scan
