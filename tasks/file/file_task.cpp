#include "tasks/file/file_task.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/error.h"
#include "base/random.h"

namespace tasks::file {
namespace {

const std::shared_ptr<const Questions>& required(const FileConfig& config) {
  base::require(config.questions != nullptr,
                "path: wanted a file of questions, or train and test, one each; found none");
  return config.questions;
}

Range range_of(const Questions& questions) {
  Range range{questions.difficulty(0), questions.difficulty(0)};
  for (const auto& [where, longest] : questions.longest()) {
    range.low = std::min(range.low, where.second);
    range.high = std::max(range.high, where.second);
  }
  return range;
}

}  // namespace

FileTask::FileTask(const FileConfig& config)
    : questions_(required(config)),
      difficulties_(range_of(*questions_)),
      levels_(static_cast<std::size_t>(difficulties_.high - difficulties_.low) + 1),
      fragments_(fragments_of(*questions_)) {
  std::set<Pool> pools{Pool::train};  // every task has it, if empty
  for (const auto& [where, longest] : questions_->longest()) pools.insert(where.first);
  pools_.assign(pools.begin(), pools.end());
  for (std::int64_t i = 0; i < questions_->size(); ++i) {
    Level& level = levels_[static_cast<std::size_t>(questions_->difficulty(i) - difficulties_.low)];
    level.questions[questions_->pool(i)].push_back(i);
    ++level.size;
  }
  count_answers();
}

/// Chances, which hang on how many questions an answer solves.
void FileTask::count_answers() {
  for (Level& level : levels_) {
    std::unordered_map<std::uint64_t, std::int64_t> solved;
    std::int64_t most = 0;
    for (const auto& [pool, questions] : level.questions) {
      for (const std::int64_t question : questions) {
        for (std::int64_t i = 0; i < questions_->answers(question); ++i) {
          most = std::max(most, ++solved[base::digest(questions_->answer(question, i))]);
        }
      }
    }
    if (level.size > 0) level.chance = static_cast<double>(most) / static_cast<double>(level.size);
  }
}

const FileTask::Level* FileTask::level(int difficulty) const {
  require_difficulty(*this, difficulty);
  return &levels_[static_cast<std::size_t>(difficulty - difficulties_.low)];
}

std::int64_t FileTask::question_of(std::span<const Token> prompt, int difficulty) const {
  const std::optional<std::int64_t> found = questions_->find(prompt, difficulty);
  if (found) return *found;
  throw base::Error(base::concat(name(), ": `", vocabulary().shown(prompt), "` is none of the ",
                                 questions_->size(),
                                 " questions of the file; a prompt looks like `",
                                 vocabulary().text(questions_->prompt(0)), "`"));
}

Example FileTask::example_of(std::int64_t question) const {
  const auto prompt = questions_->prompt(question), answer = questions_->answer(question);
  return {{prompt.begin(), prompt.end()},
          {answer.begin(), answer.end()},
          questions_->difficulty(question)};
}

Example FileTask::sample(int difficulty, base::Random& random) const {
  const Level& all = *level(difficulty);
  base::require(all.size > 0, name(), ": no question has difficulty ", difficulty);
  std::int64_t left = random.below(all.size);
  for (const auto& [pool, questions] : all.questions) {
    if (left < std::ssize(questions)) return example_of(questions[static_cast<std::size_t>(left)]);
    left -= std::ssize(questions);
  }
  base::promise(false, "a difficulty has as many questions as its pools");
  return {};
}

bool FileTask::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const std::int64_t question = question_of(prompt);
  for (std::int64_t i = 0; i < questions_->answers(question); ++i) {
    if (std::ranges::equal(questions_->answer(question, i), answer)) return true;
  }
  return false;
}

std::uint64_t FileTask::question_key(std::span<const Token> prompt) const {
  return questions_->key(question_of(prompt));
}

int FileTask::answer_limit(std::span<const Token> prompt) const {
  const std::optional<std::int64_t> question = questions_->find(prompt);
  std::int64_t longest = 0;
  if (!question) {
    for (const auto& [where, text] : questions_->longest()) {
      longest = std::max(longest, text.answer);
    }
    return static_cast<int>(longest);
  }
  for (std::int64_t i = 0; i < questions_->answers(*question); ++i) {
    longest = std::max(longest, std::ssize(questions_->answer(*question, i)));
  }
  return static_cast<int>(longest);
}

double FileTask::chance(int difficulty) const { return level(difficulty)->chance; }

std::map<std::string, int> FileTask::facets(const Example& example) const {
  const std::int64_t question = question_of(example.prompt, example.difficulty);
  std::map<std::string, int> facets;
  const std::vector<std::string>& names = questions_->facet_names();
  for (std::size_t i = 0; i < names.size(); ++i) facets[names[i]] = questions_->facet(question, i);
  facets.try_emplace("length", static_cast<int>(example.prompt.size()));
  return facets;
}

std::int64_t FileTask::pool_size(Pool pool, int difficulty) const {
  const Level& all = *level(difficulty);
  const auto found = all.questions.find(pool);
  return found == all.questions.end() ? 0 : std::ssize(found->second);
}

Example FileTask::pool_item(Pool pool, int difficulty, std::int64_t place) const {
  return example_of(level(difficulty)->questions.at(pool)[static_cast<std::size_t>(place)]);
}

std::optional<TextSize> FileTask::longest_text(int difficulty) const {
  TextSize longest;
  for (const auto& [where, text] : questions_->longest()) {
    if (where.second != difficulty) continue;
    longest.tokens = std::max(longest.tokens, text.tokens);
    longest.answer = std::max(longest.answer, text.answer);
  }
  return longest;
}

const ManyAnswers* FileTask::many_answers() const {
  return questions_->most_answers() > 1 ? this : nullptr;
}

std::vector<Token> FileTask::read(std::string_view text) const {
  std::vector<Token> tokens;
  for (const std::string_view name : token_names(text, questions_->text_tokens())) {
    tokens.push_back(vocabulary().id(name));
  }
  return tokens;
}

bool FileTask::is_listed(std::span<const Token> prompt) const {
  return questions_->find(prompt).has_value();
}

}  // namespace tasks::file
