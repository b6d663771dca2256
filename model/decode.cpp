#include "model/decode.h"

#include <algorithm>

#include "base/error.h"

namespace model {
namespace {

/// A text that grows by one token at a time, with the keys and values of what was read.
class Reader {
 public:
  Reader(const Transformer<float>& transformer, Index longest) : transformer_(transformer) {
    const TransformerConfig& config = transformer.config();
    trace_.blocks.resize(static_cast<std::size_t>(config.blocks));
    for (Index l = 0; l < config.blocks; ++l) caches_.emplace_back(longest, 2 * config.width);
    queries_.all = false;
    queries_.starts = {0, 1};
    batch_.starts = {0, 0};
  }

  /// Reads one more token; returns the likeliest next one.
  int read(int token) {
    const Index row = batch_.rows();
    batch_.tokens.push_back(token);
    batch_.positions.push_back(static_cast<int>(row));
    batch_.starts.back() = row + 1;
    transformer_.check(batch_);
    queries_.rows = {row};
    queries_.prefix = {row + 1};
    const auto last = [](const std::vector<int>& ids) { return std::span(ids).last(1); };
    transformer_.embed(last(batch_.tokens), last(batch_.positions), trace_.blocks[0].input);
    for (std::size_t l = 0; l < caches_.size(); ++l) {
      Matrix<float>& output = l + 1 < caches_.size() ? trace_.blocks[l + 1].input : trace_.stream;
      block_extend(transformer_.block(l, batch_, queries_), caches_[l], trace_.blocks[l], scratch_,
                   output);
    }
    transformer_.read_out(trace_);
    const float* logits = trace_.logits.row(0);
    return static_cast<int>(std::max_element(logits, logits + trace_.logits.cols()) - logits);
  }

 private:
  const Transformer<float>& transformer_;
  std::vector<Matrix<float>> caches_;  ///< L; longest x 2C
  Batch batch_;
  QueryRows queries_;
  Trace<float> trace_;
  AttentionScratch<float> scratch_;
};

}  // namespace

std::vector<int> decode(const Transformer<float>& transformer, std::span<const int> prompt,
                        int limit, int end) {
  base::require(!prompt.empty(), "decode: the prompt is empty");
  std::vector<int> answer;
  if (limit <= 0) return answer;
  Reader reader(transformer, std::ssize(prompt) + limit);
  int next = 0;
  for (const int token : prompt) next = reader.read(token);
  answer.push_back(next);
  while (std::ssize(answer) < limit && answer.back() != end) {
    answer.push_back(reader.read(answer.back()));
  }
  return answer;
}

}  // namespace model
