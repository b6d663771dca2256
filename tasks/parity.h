#pragma once
#include "tasks/task.h"

namespace tasks {

struct ParityConfig {
  int max_bits = 500;  ///< largest difficulty offered
};

/// Is the number of ones odd?
///   prompt "<parity> 1 0 1 1 ="   answer "1 ."   difficulty: number of bits
class Parity final : public Task {
 public:
  explicit Parity(const ParityConfig& config);

  std::string_view name() const override { return "parity"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_bits}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;
  std::map<std::string, int> facets(const Example& example) const override;

 private:
  ParityConfig config_;
  Vocabulary vocabulary_;
};

}  // namespace tasks
