#include "lab/python/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "base/error.h"
#include "base/parallel.h"
#include "lab/probe/outcome.h"
#include "lab/probe/pairs.h"
#include "lab/train/memory.h"

namespace lab::python {

using model::arithmetic::View;

namespace {

/// No row may look at those after it.
void require_causal(const Floats& weights, const std::string& place) {
  for (Index h = 0; h < weights.shape(0); ++h) {
    for (Index t = 0; t < weights.shape(1); ++t) {
      for (Index j = t + 1; j < weights.shape(2); ++j) {
        base::require(weights.at(h, t, j) == 0, place, ": wanted zeros above the diagonal, for a ",
                      "token sees none that come after it, found ", weights.at(h, t, j), " at [", h,
                      ", ", t, ", ", j, "]");
      }
    }
  }
}

}  // namespace

Trace::Trace(std::shared_ptr<const Loaded> model, const std::vector<std::vector<int>>& texts)
    : model_(std::move(model)), stages_(probe::stages_of(model_->transformer.config())) {
  const auto& config = model_->transformer.config();
  for (std::size_t b = 0; b < texts.size(); ++b) {
    const auto length = std::ssize(texts[b]);
    base::require(!has_position_table(config.positions) || length <= config.max_positions, "texts[",
                  b, "]: wanted at most ", config.max_positions,
                  " tokens (model.max_positions), found ", length);
    starts_.push_back(starts_.back() + length);
  }
  require_memory();
  for (std::size_t first = 0; first < texts.size(); first += probe::chunk_pairs) {
    const std::size_t count = std::min(probe::chunk_pairs, texts.size() - first);
    chunks_.push_back(std::make_unique<Chunk>(
        Chunk{probe::batch_of(std::span(texts).subspan(first, count)), starts_[first], Index(first),
              probe::ProbePass(model_->transformer, probe::KeepHidden::yes)}));
    chunks_.back()->pass.begin(chunks_.back()->batch);
  }
}

void Trace::require_memory() const {
  const auto& config = model_->transformer.config();
  std::map<Index, std::int64_t> texts;  // by length
  for (std::size_t b = 1; b < starts_.size(); ++b) ++texts[starts_[b] - starts_[b - 1]];
  train::MemoryNeed need{{"hidden units before GELU",
                          rows() * config.layers() * config.hidden * Index{sizeof(float)},
                          "the number or the length of the texts"}};
  for (const auto& [length, count] : texts) {
    const auto more = train::memory_to_read(model_->run.lesson, length, count);
    need.insert(need.end(), more.begin(), more.end());
  }
  train::require_memory(need, base::ExitCode::bad_data);
}

void Trace::fill(std::size_t begin, std::size_t end) {
  base::parallel_for(std::ssize(chunks_), model_->threads, [&](std::int64_t c) {
    Chunk& chunk = *chunks_[static_cast<std::size_t>(c)];
    for (std::size_t stage = begin; stage < end; ++stage) {
      chunk.pass.fill(chunk.batch, stages_[stage]);
    }
  });
  filled_ = end;
}

View<float> Trace::view(Chunk& chunk, const Activation& activation) const {
  const auto [site, layer] = activation.stage;
  const bool gone_on = filled_ == stages_.size();
  if (site != probe::Site::hidden || !gone_on) return chunk.pass.to_change(site, layer);
  const View<const float> kept = chunk.pass.at(site, layer);
  return {const_cast<float*>(kept.data), kept.rows, kept.cols, kept.pitch};
}

Shape Trace::shape_of_rows(const Activation& activation) const {
  const auto& config = model_->transformer.config();
  if (activation.layout == Layout::numbers) return {rows()};
  if (activation.layout == Layout::heads) {
    return {rows(), config.heads, config.width / config.heads};
  }
  return {rows(), columns_of(activation, config)};
}

py::object Trace::read(const Activation& activation) const {
  switch (activation.layout) {
    case Layout::weights:
      return read_weights(activation);
    case Layout::numbers:
      return read_numbers(activation);
    case Layout::rows:
    case Layout::heads:
      break;
  }
  return read_rows(activation);
}

Floats Trace::read_rows(const Activation& activation) const {
  Floats all(shape_of_rows(activation));
  float* const to = all.mutable_data();
  const Index columns = columns_of(activation, model_->transformer.config());
  const py::gil_scoped_release released;
  base::parallel_for(std::ssize(chunks_), model_->threads, [&](std::int64_t c) {
    Chunk& chunk = *chunks_[static_cast<std::size_t>(c)];
    const View<float> from = view(chunk, activation);
    for (Index n = 0; n < from.rows; ++n) {
      std::copy_n(from.row(n), columns, to + (chunk.first_row + n) * columns);
    }
  });
  return all;
}

Floats Trace::read_numbers(const Activation& activation) const {
  Floats all(shape_of_rows(activation));
  for (const auto& chunk : chunks_) {
    const auto& trace = chunk->pass.trace();
    const std::vector<float>& numbers =
        activation.of_end != nullptr
            ? trace.*activation.of_end
            : trace.blocks[static_cast<std::size_t>(activation.stage.layer)].*activation.of_block;
    std::ranges::copy(numbers, all.mutable_data() + chunk->first_row);
  }
  return all;
}

py::list Trace::read_weights(const Activation& activation) const {
  const Index H = model_->transformer.config().heads;
  py::list all;
  for (const auto& chunk : chunks_) {
    const auto& weights = chunk->pass.attention(activation.stage.layer);
    for (Index b = 0; b < chunk->batch.sequences(); ++b) {
      const Index T = chunk->batch.starts[std::size_t(b) + 1] - chunk->batch.starts[std::size_t(b)];
      Floats of_text(Shape{H, T, T});
      float* to = of_text.mutable_data();
      std::fill_n(to, H * T * T, 0.0F);
      for (Index h = 0; h < H; ++h) {
        const View<const float> from = weights.of(b, h);
        for (Index t = 0; t < T; ++t, to += T) std::copy_n(from.row(t), t + 1, to);
      }
      all.append(std::move(of_text));
    }
  }
  return all;
}

void Trace::write(const Activation& activation, const py::handle& value, const std::string& place) {
  if (activation.layout == Layout::weights) return write_weights(activation, value, place);
  write_rows(activation, value, place);
}

void Trace::write_rows(const Activation& activation, const py::handle& value,
                       const std::string& place) {
  const Floats all = floats_in(value, shape_of_rows(activation), place);
  const Index columns = columns_of(activation, model_->transformer.config());
  for (const auto& chunk : chunks_) {
    const View<float> to = view(*chunk, activation);
    for (Index n = 0; n < to.rows; ++n) {
      std::copy_n(all.data() + (chunk->first_row + n) * columns, columns, to.row(n));
    }
  }
}

void Trace::write_weights(const Activation& activation, const py::handle& value,
                          const std::string& place) {
  base::require(py::isinstance<py::sequence>(value) && Index(py::len(value)) == texts(), place,
                ": wanted a list of ", texts(), " arrays, one for each text");
  const auto list = py::reinterpret_borrow<py::sequence>(value);
  const Index H = model_->transformer.config().heads;
  for (const auto& chunk : chunks_) {
    for (Index b = 0; b < chunk->batch.sequences(); ++b) {
      const Index text = chunk->first_text + b;
      const Index T = starts_[std::size_t(text) + 1] - starts_[std::size_t(text)];
      const std::string here = fmt::format("{}[{}]", place, text);
      const Floats weights =
          floats_in(py::object(list[static_cast<std::size_t>(text)]), {H, T, T}, here);
      require_causal(weights, here);
      for (Index h = 0; h < H; ++h) write_head(*chunk, activation.stage.layer, b, h, weights);
    }
  }
}

void Trace::write_head(Chunk& chunk, Index layer, Index text, Index head, const Floats& weights) {
  const View<float> to = chunk.pass.weights_to_change(layer).of(text, head);
  bool changed = false;
  for (Index t = 0; t < weights.shape(1); ++t) {
    const float* from = weights.data(head, t);
    changed = changed || std::memcmp(from, to.row(t), std::size_t(t + 1) * sizeof(float)) != 0;
    std::copy_n(from, t + 1, to.row(t));
  }
  if (changed) chunk.pass.attend_again(chunk.batch, layer, text, head);
}

void Trace::require_text(Index text) const {
  base::require(text >= 0 && text < texts(), "text: must be in 0..", texts() - 1, ", got ", text);
}

std::vector<int> Trace::tokens(Index text) const {
  require_text(text);
  const auto at = static_cast<std::size_t>(text);
  const Chunk& chunk = *chunks_[at / probe::chunk_pairs];
  const auto begin = chunk.batch.tokens.begin() + (starts_[at] - chunk.first_row);
  return {begin, begin + (starts_[at + 1] - starts_[at])};
}

std::pair<double, double> Trace::outcome(Index text, int token, Index row) const {
  require_text(text);
  const auto at = static_cast<std::size_t>(text);
  const Index length = starts_[at + 1] - starts_[at], V = model_->transformer.config().vocabulary;
  base::require(row >= -length && row < length, "row: must be in ", -length, "..", length - 1,
                " of text ", text, ", got ", row);
  base::require(token >= 0 && token < V, "token: must be in 0..", V - 1, ", got ", token);
  const Chunk& chunk = *chunks_[at / probe::chunk_pairs];
  const Index in_text = row < 0 ? row + length : row;
  const probe::TokenOutcome said =
      probe::outcome(chunk.pass.logits(), starts_[at] - chunk.first_row + in_text, token);
  return {said.probability, said.reciprocal_rank};
}

}  // namespace lab::python
