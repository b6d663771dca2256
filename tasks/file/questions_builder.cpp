#include "tasks/file/questions_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "base/text.h"
#include "tasks/example.h"
#include "tasks/pool.h"

namespace tasks::file {
namespace {

/// "has a pool", and the line that it is held against does not, or the other way round.
void check_alike(bool here, bool first, std::string_view what) {
  if (here == first) return;
  throw base::Error(base::concat(here ? "has a " : "has no ", what,
                                 ", unlike the lines before it: ", "all of them say one, or none"));
}

std::vector<std::string> names_of(const std::map<std::string, int>& facets) {
  std::vector<std::string> names;
  for (const auto& [name, value] : facets) names.push_back(name);
  return names;
}

}  // namespace

QuestionsBuilder::QuestionsBuilder(TextTokens tokens, std::optional<Pool> unshared)
    : unshared_(unshared), made_(std::make_shared<Questions>()) {
  made_->text_tokens_ = tokens;
  made_->text_begin_.push_back(0);
  token(end_token);
}

void QuestionsBuilder::begin_file(std::string name, std::optional<Pool> pool) {
  made_->files_.push_back(std::move(name));
  file_pool_ = pool;
}

Token QuestionsBuilder::token(std::string_view name) {
  const auto found = ids_.find(name);
  if (found != ids_.end()) return found->second;
  base::require(std::ssize(names_) < most_names, "more than ", most_names,
                " different tokens: ", "are these words? `tokens: CHARACTERS` takes letters");
  const auto id = static_cast<Token>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(name, id);
  return id;
}

std::vector<Token> QuestionsBuilder::tokens_of(std::string_view text, std::string_view what) {
  const std::vector<std::string_view> names = token_names(text, made_->text_tokens_);
  base::require(!names.empty(), what, ": is empty");
  if (std::ssize(names) > longest_text) {
    throw base::Error(
        base::concat(what, ": must have at most ", longest_text, " tokens, has ", names.size()));
  }
  std::vector<Token> tokens;
  tokens.reserve(names.size() + 1);
  for (const std::string_view name : names) tokens.push_back(token(name));
  return tokens;
}

void QuestionsBuilder::add_text(std::span<const Token> text) {
  made_->tokens_.insert(made_->tokens_.end(), text.begin(), text.end());
  made_->text_begin_.push_back(std::ssize(made_->tokens_));
}

void QuestionsBuilder::add_answer(const std::string& text, bool exported) {
  const bool letters = made_->text_tokens_ == TextTokens::characters;
  const Token end = token(end_token);
  std::vector<Token> tokens = tokens_of(text, "answer");
  const auto first_end = std::ranges::find(tokens, end);
  base::require(first_end == tokens.end() || first_end + 1 == tokens.end(),
                "answer: `.` is the end token, and stands before the end: write it otherwise");
  const bool open = first_end == tokens.end() && !exported;
  if (open || letters) tokens.push_back(end);
  add_text(tokens);
}

Pool QuestionsBuilder::pool_of(const Line& line, std::uint64_t key) const {
  if (line.pool && file_pool_) {
    base::require(*line.pool == *file_pool_, "pool: is ", name(*line.pool), " in a file for ",
                  name(*file_pool_));
  }
  if (line.pool) return *line.pool;
  if (file_pool_) return *file_pool_;
  return unshared_ ? *unshared_ : pool_of_key(key);
}

void QuestionsBuilder::check_like_the_first(const Line& line) {
  if (!first_) {
    first_ = Line{{}, {}, false, line.pool, line.difficulty, {}, line.facets};
    made_->facet_names_ = names_of(line.facets);
    return;
  }
  if (!file_pool_) check_alike(line.pool.has_value(), first_->pool.has_value(), "pool");
  check_alike(line.difficulty.has_value(), first_->difficulty.has_value(), "difficulty");
  if (names_of(line.facets) == made_->facet_names_) return;
  const auto listed = [](const std::vector<std::string>& names) {
    return names.empty() ? std::string("none") : base::joined(names);
  };
  throw base::Error(base::concat("facets: wanted those of the lines before, ",
                                 listed(made_->facet_names_), "; found ",
                                 listed(names_of(line.facets))));
}

void QuestionsBuilder::add(const Line& line, std::int32_t number) {
  base::promise(!made_->files_.empty(), "lines are of a file");
  base::promise(!line.answers.empty(), "a line has an answer");
  check_like_the_first(line);
  Questions::Entry entry;
  entry.first_text = std::ssize(made_->text_begin_) - 1;
  entry.answers = static_cast<std::int32_t>(line.answers.size());
  entry.line = number;
  entry.file = static_cast<std::uint8_t>(made_->files_.size() - 1);
  entry.difficulty = line.difficulty.value_or(1);
  add_text(tokens_of(line.prompt, "prompt"));
  for (const std::string& answer : line.answers) add_answer(answer, line.exported);
  const auto words = token_names(line.prompt, made_->text_tokens_);
  entry.key = line.key ? *line.key : base::digest(base::joined(words, " "));
  entry.pool = pool_of(line, entry.key);
  for (const auto& [name, value] : line.facets) made_->facets_.push_back(value);
  made_->most_answers_ = std::max<std::int64_t>(made_->most_answers_, entry.answers);
  made_->entries_.push_back(entry);
}

std::shared_ptr<const Questions> QuestionsBuilder::done() {
  base::require(!made_->entries_.empty(), base::joined(made_->files_), ": no question there");
  made_->vocabulary_ = Vocabulary(std::move(names_));
  check_keys();
  index_prompts();
  leave_out(repeats());
  index_prompts();
  measure();
  return std::move(made_);
}

void QuestionsBuilder::index_prompts() {
  made_->by_digest_.clear();
  for (std::int64_t i = 0; i < made_->size(); ++i) {
    made_->by_digest_.push_back({base::digest(made_->prompt(i)), i});
  }
  std::ranges::sort(made_->by_digest_, {},
                    [](const auto& one) { return std::pair(one.digest, one.question); });
}

void QuestionsBuilder::measure() {
  for (std::int64_t i = 0; i < made_->size(); ++i) {
    TextSize& longest = made_->longest_[{made_->pool(i), made_->difficulty(i)}];
    for (std::int64_t which = 0; which < made_->answers(i); ++which) {
      const auto answer = std::ssize(made_->answer(i, which));
      longest.answer = std::max(longest.answer, answer);
      longest.tokens = std::max(longest.tokens, std::ssize(made_->prompt(i)) + answer - 1);
    }
  }
}

/// Equal keys are in one pool.
void QuestionsBuilder::check_keys() const {
  std::vector<std::int64_t> order(made_->entries_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::int64_t i) { return std::pair(made_->key(i), i); });
  std::optional<std::pair<std::int64_t, std::int64_t>> first;  // by the later of two
  for (std::size_t i = 1; i < order.size(); ++i) {
    const auto [before, here] = std::pair(order[i - 1], order[i]);
    if (made_->key(before) != made_->key(here) || made_->pool(before) == made_->pool(here))
      continue;
    if (!first || here < first->second) first = {before, here};
  }
  if (!first) return;
  const auto [before, here] = *first;
  throw base::Error(base::concat(
      made_->place(here), ": this question is in pool ", name(made_->pool(here)), ", and ",
      made_->place(before), " asks it in ", name(made_->pool(before)),
      std::ranges::equal(made_->prompt(here), made_->prompt(before)) ? "" : " (of the same key)",
      ": one pool for each question"));
}

/// What is there again. Throws base::Error at the first line that contradicts another.
std::vector<std::int64_t> QuestionsBuilder::repeats() const {
  std::vector<std::int64_t> repeated;
  std::optional<std::pair<std::int64_t, std::int64_t>> first;  // by the later of two
  const auto& sorted = made_->by_digest_;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const std::int64_t here = sorted[i].question;
    for (std::size_t k = i; k-- > 0 && sorted[k].digest == sorted[i].digest;) {
      const std::int64_t before = sorted[k].question;
      const Relation relation = relation_of(before, here);
      if (relation == Relation::apart) continue;
      if (relation == Relation::same) repeated.push_back(here);
      const bool worse = relation == Relation::contrary && (!first || here < first->second);
      if (worse) first = {before, here};
      break;
    }
  }
  if (!first) return repeated;
  throw base::Error(base::concat(
      made_->place(first->second), ": `", made_->vocabulary().text(made_->prompt(first->second)),
      "` is asked in ", made_->place(first->first),
      " too, with another answer or facet: one line for each question; where several answers are "
      "right, it lists them as `answers`"));
}

/// Of two lines; one prompt may be a question of several difficulties.
QuestionsBuilder::Relation QuestionsBuilder::relation_of(std::int64_t one,
                                                         std::int64_t other) const {
  if (!std::ranges::equal(made_->prompt(one), made_->prompt(other))) return Relation::apart;
  if (made_->answers(one) != made_->answers(other)) return Relation::contrary;
  for (std::int64_t i = 0; i < made_->answers(one); ++i) {
    if (!std::ranges::equal(made_->answer(one, i), made_->answer(other, i))) {
      return Relation::contrary;
    }
  }
  if (made_->difficulty(one) != made_->difficulty(other)) return Relation::apart;
  for (std::size_t i = 0; i < made_->facet_names_.size(); ++i) {
    if (made_->facet(one, i) != made_->facet(other, i)) return Relation::contrary;
  }
  return Relation::same;
}

void QuestionsBuilder::leave_out(std::vector<std::int64_t> repeated) {
  made_->repeats_ = std::ssize(repeated);
  if (repeated.empty()) return;
  std::ranges::sort(repeated);
  std::vector<Questions::Entry> entries;
  std::vector<int> facets;
  const std::size_t names = made_->facet_names_.size();
  for (std::int64_t i = 0; i < made_->size(); ++i) {
    if (std::ranges::binary_search(repeated, i)) continue;
    entries.push_back(made_->entry(i));
    for (std::size_t name = 0; name < names; ++name) facets.push_back(made_->facet(i, name));
  }
  made_->entries_ = std::move(entries);
  made_->facets_ = std::move(facets);
}

}  // namespace tasks::file
