#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/file/fragments.h"
#include "tasks/file/questions.h"
#include "tasks/task.h"

namespace tasks::file {

/// Whether questions may hold tokens that no training example of the run has.
enum class UntrainedTokens { refused, allowed };
/// In order; specs write them in capitals.
constexpr auto names_of(UntrainedTokens) {
  return std::to_array<std::string_view>({"refused", "allowed"});
}

struct FileConfig {
  std::string path, train, validate, test;  ///< where the questions were read
  TextTokens tokens = TextTokens::words;
  std::string only;  ///< of a file with the questions of several tasks: which
  UntrainedTokens untrained_tokens = UntrainedTokens::refused;
  std::vector<std::string> digest;  ///< of the files' contents, in the order of the paths
  /// What was read; shared, for all specs of a sweep ask the same.
  std::shared_ptr<const Questions> questions = nullptr;
};

constexpr std::string_view kind_name(const FileConfig&) { return "file"; }

template <typename Visit>
void each_field(FileConfig& config, const Visit& visit) {
  visit("path", config.path);
  visit("train", config.train);
  visit("validate", config.validate);
  visit("test", config.test);
  visit("tokens", config.tokens);
  visit("only", config.only);
  visit("untrained_tokens", config.untrained_tokens);
  visit("digest", config.digest);
}

/// Questions of somebody's own.
///   {"prompt": "2 + 2 =", "answer": "4"}   prompt "2 + 2 ="   answer "4 ."   difficulty: 1, or as
///   the line says
/// An answer is right if its line lists it. What is not listed has no right answer: it can be asked
/// (TypedPrompts), not judged.
class FileTask final : public Task, public FinitePools, public ManyAnswers, public TypedPrompts {
 public:
  using Config = FileConfig;

  /// Throws base::Error if the config has no questions.
  explicit FileTask(const FileConfig& config);

  std::string_view name() const override { return "file"; }
  const Vocabulary& vocabulary() const override { return questions_->vocabulary(); }
  /// From the lowest that a question has to the highest; between them there may be some without.
  Range difficulties() const override { return difficulties_; }
  /// Any, whatever its pool. Throws base::Error where there is none.
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// What its line says, or a digest of its words.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: the share of the questions that the most frequent answer solves; 0 where there is none.
  double chance(int difficulty) const override;
  /// What its line says, and "length" (tokens of the prompt) if it does not say that.
  std::map<std::string, int> facets(const Example& example) const override;
  /// "word" and "pair": what follows each other.
  const Fragments* fragments() const override { return &fragments_; }

  const FinitePools* finite_pools() const override { return this; }
  std::span<const Pool> pools() const override { return pools_; }
  std::int64_t pool_size(Pool pool, int difficulty) const override;
  Example pool_item(Pool pool, int difficulty, std::int64_t place) const override;
  std::optional<TextSize> longest_text(int difficulty) const override;

  /// Only if some question lists several.
  const ManyAnswers* many_answers() const override;
  std::string merit(const Example& /*example*/, std::span<const Token> /*answer*/) const override {
    return "";
  }

  const TypedPrompts* typed_prompts() const override { return this; }
  std::vector<Token> read(std::string_view text) const override;
  bool is_listed(std::span<const Token> prompt) const override;

  const Questions& questions() const { return *questions_; }

 private:
  /// Of one difficulty.
  struct Level {
    std::map<Pool, std::vector<std::int64_t>> questions;
    std::int64_t size = 0;
    double chance = 0;
  };

  std::int64_t question_of(std::span<const Token> prompt, int difficulty = 0) const;
  Example example_of(std::int64_t question) const;
  const Level* level(int difficulty) const;
  void add(std::int64_t question);
  void count_answers();

  std::shared_ptr<const Questions> questions_;
  Range difficulties_;
  std::vector<Level> levels_;  ///< of difficulties_.low, ...
  std::vector<Pool> pools_;
  SimpleFragments fragments_;
};

}  // namespace tasks::file
