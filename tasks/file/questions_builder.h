#pragma once
#include <functional>
#include <memory>
#include <unordered_map>

#include "tasks/file/questions.h"

namespace tasks::file {

/// Takes lines and makes questions of them.
class QuestionsBuilder {
 public:
  /// `unshared`: the pool of questions that say none, where they are not to be shared out by key.
  explicit QuestionsBuilder(TextTokens tokens, std::optional<Pool> unshared = std::nullopt);

  /// Lines that come now are of this file; `pool`: of all its questions, whatever else they may
  /// say being refused.
  void begin_file(std::string name, std::optional<Pool> pool);

  /// Throws base::Error that says what is wrong, without the place: a text that is empty or longer
  /// than `longest_text` tokens, an end token before an answer's end, what one line has and
  /// others lack.
  void add(const Line& line, std::int32_t number);
  static constexpr std::int64_t longest_text = 1'000'000, most_names = 1 << 20;

  /// All of them. Throws base::Error "pairs.jsonl:7: ..." if two lines contradict each other: a
  /// question in two pools, or with answers that no line says are both right; or if there are none.
  std::shared_ptr<const Questions> done();

 private:
  /// So that a name is looked up as it stands in its text.
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };

  enum class Relation { apart, same, contrary };

  Token token(std::string_view name);
  std::vector<Token> tokens_of(std::string_view text, std::string_view what);
  void add_text(std::span<const Token> text);
  void add_answer(const std::string& text, bool exported);
  Pool pool_of(const Line& line, std::uint64_t key) const;
  void check_like_the_first(const Line& line);
  void index_prompts();
  void measure();
  void check_keys() const;
  std::vector<std::int64_t> repeats() const;
  Relation relation_of(std::int64_t one, std::int64_t other) const;
  void leave_out(std::vector<std::int64_t> repeated);

  std::optional<Pool> unshared_, file_pool_;
  std::optional<Line> first_;  ///< what one line says of pool, difficulty and facets all do
  std::shared_ptr<Questions> made_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, Token, NameHash, std::equal_to<>> ids_;
};

}  // namespace tasks::file
