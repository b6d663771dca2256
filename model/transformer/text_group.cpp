#include "model/transformer/text_group.h"

#include <numeric>
#include <utility>

#include "base/error.h"

namespace model::transformer {
namespace {

arithmetic::Index round_up(arithmetic::Index n, arithmetic::Index unit) {
  return (n + unit - 1) / unit * unit;
}

}  // namespace

TextGroup::TextGroup(const Transformer<float>& transformer)
    : transformer_(transformer), caches_(static_cast<std::size_t>(transformer.config().layers())) {
  trace_.blocks.resize(caches_.size());
}

void TextGroup::reserve(std::span<const arithmetic::Index> limits) {
  rooms_.starts.assign(1, 0);
  rooms_.positions.clear();
  for (const arithmetic::Index limit : limits) {
    const arithmetic::Index room = round_up(limit, arithmetic::panel_width),
                            first = rooms_.starts.back();
    rooms_.starts.push_back(first + room);
    rooms_.positions.resize(static_cast<std::size_t>(first + room));
    std::iota(rooms_.positions.begin() + first, rooms_.positions.end(), 0);
  }
  const layers::TransformerConfig& config = transformer_.config();
  for (auto& cache : caches_) cache.resize(rooms_.starts, config.heads, config.width);
  logits_.resize(std::ssize(limits), config.vocabulary);
}

void TextGroup::start(std::span<const std::span<const int>> texts,
                      std::span<const arithmetic::Index> limits) {
  base::promise(texts.size() == limits.size(), "one limit a text");
  reserve(limits);
  lengths_.clear();
  step_ = {};
  arithmetic::Index first = 0;
  for (arithmetic::Index b = 0; b < std::ssize(texts); ++b) {
    const std::span<const int> text = texts[static_cast<std::size_t>(b)];
    base::promise(!text.empty(), "a text to continue has a token");
    lengths_.push_back(std::ssize(text));
    step_.tokens.insert(step_.tokens.end(), text.begin(), text.end());
    for (std::size_t t = 0; t < text.size(); ++t) step_.positions.push_back(static_cast<int>(t));
    step_.starts.push_back(step_.rows());
    step_.target_rows.push_back(step_.rows() - 1);
    if (step_.rows() < group_chunk_rows && b + 1 < std::ssize(texts)) continue;
    read_whole(first);
    step_ = {};
    first = b + 1;
  }
}

/// One forward pass over step_, which holds texts `first` and after from their beginning.
void TextGroup::read_whole(arithmetic::Index first) {
  transformer_.check(step_);
  transformer_.forward(step_, trace_, scratch_, Keep::keys_and_values);
  for (arithmetic::Index b = 0; b < step_.sequences(); ++b) {
    const arithmetic::Index begin = step_.starts[static_cast<std::size_t>(b)];
    const arithmetic::Index end = step_.starts[static_cast<std::size_t>(b + 1)];
    for (std::size_t l = 0; l < caches_.size(); ++l) {
      const arithmetic::Matrix<float>& key_value = trace_.blocks[l].key_value;
      for (arithmetic::Index t = begin; t < end; ++t)
        caches_[l].put(first + b, t - begin, key_value.row(t));
    }
    std::copy_n(trace_.logits.row(b), logits_.cols(), logits_.row(first + b));
  }
}

void TextGroup::read(std::span<const arithmetic::Index> texts, std::span<const int> tokens) {
  step_.tokens.assign(tokens.begin(), tokens.end());
  step_.positions.clear();
  queries_.all = false;
  queries_.rows.clear();
  queries_.prefix.clear();
  queries_.starts.assign(1, 0);
  for (const arithmetic::Index b : texts) {
    const auto text = static_cast<std::size_t>(b);
    queries_.starts.resize(text + 1, queries_.starts.back());  // earlier texts ask nothing
    const arithmetic::Index row = rooms_.starts[text] + lengths_[text]++;
    base::promise(row < rooms_.starts[text + 1], "a text grows within its limit");
    queries_.starts.push_back(std::ssize(queries_.rows) + 1);
    queries_.rows.push_back(row);
    queries_.prefix.push_back(lengths_[text]);
    step_.positions.push_back(rooms_.positions[static_cast<std::size_t>(row)]);
  }
  queries_.starts.resize(rooms_.starts.size(), queries_.starts.back());
  transformer_.check(step_);
  transformer_.embed(step_.tokens, step_.positions, trace_.blocks[0].input);
  for (std::size_t l = 0; l < caches_.size(); ++l) {
    arithmetic::Matrix<float>& output =
        l + 1 < caches_.size() ? trace_.blocks[l + 1].input : trace_.stream;
    layers::block_extend(transformer_.block(l, rooms_, queries_), caches_[l], trace_.blocks[l],
                         scratch_, output);
  }
  transformer_.read_out(trace_);
  std::swap(logits_, trace_.logits);
}

}  // namespace model::transformer
