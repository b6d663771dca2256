#include "lab/exchange/bloom.h"

#include <algorithm>
#include <cmath>

// A BLOOM normalizes its tokens' vectors before the first block, which no model of ours does, and
// its feed-forward layer is 4 C' wide. Both are got round by a stream of C' = H D' > C features, of
// which the first C carry ours and the others are zero. All that read the stream normalize it
// first, so that its mean tells them nothing: what is written into it is centered here, and its
// mean is zero over C as over C'. Then with variances v over C and v' = v C / C' over C'
//   x / sqrt(v' + e') = sqrt(C' / C) x / sqrt(v + e)    where e' = e C / C',
// and gains times sqrt(C / C') make up for that. A token's vector gets two numbers more, r and -r,
// so that all have one length and still the mean zero: normalizing divides each by the same number,
// by which its gain multiplies again; the gain of the two numbers is zero, and they are gone.

namespace lab::exchange {
namespace {

using model::arithmetic::Index;
using model::layers::Flat;
using model::layers::Slot;

constexpr double epsilon = 1e-5;  // of our norms

class Bloom {
 public:
  explicit Bloom(const OwnModel& own)
      : own_(own), slots_(model::layers::parameters_of(own.config)), tensors_(own.weights) {
    add_tokens();
    for (Index layer = 0; layer < own.config.layers(); ++layer) {
      add_block("transformer.h." + std::to_string(layer) + ".",
                slots_.blocks[static_cast<std::size_t>(layer % own.config.blocks)]);
    }
    add_norm("transformer.ln_f", slots_.final_norm);
    tensors_.add_made_matrix("lm_head.weight", widened(slots_.head));
  }

  PublicModel take() && { return {config(), std::move(tensors_)}; }

 private:
  /// Room for the two numbers, and for our feed-forward layer.
  static Index head_width_of(const model::layers::TransformerConfig& config) {
    return std::max(config.width / config.heads + 2,
                    (config.hidden + 4 * config.heads - 1) / (4 * config.heads));
  }

  double share() const { return double(width_) / double(wide_); }

  Dense widened(const Slot& slot) const {
    Dense wide(slot.rows, wide_);
    for (Index i = 0; i < slot.rows; ++i) {
      for (Index j = 0; j < slot.cols; ++j) wide.at(i, j) = tensors_.at(slot, i, j);
    }
    return wide;
  }

  /// The mean of a row.
  double mean(const Slot& slot, Index row) const {
    double sum = 0;
    for (Index j = 0; j < slot.cols; ++j) sum += tensors_.at(slot, row, j);
    return sum / double(slot.cols);
  }

  void center(const Slot& slot, Index row, float* wide) const {
    const double middle = mean(slot, row);
    for (Index j = 0; j < slot.cols; ++j) wide[j] = float(tensors_.at(slot, row, j) - middle);
  }

  void add_tokens() {
    Dense tokens(slots_.embedding.rows, wide_);
    std::vector<double> squares;
    for (Index v = 0; v < tokens.rows; ++v) {
      center(slots_.embedding, v, &tokens.at(v, 0));
      double sum = 0;
      for (Index j = 0; j < width_; ++j) sum += double(tokens.at(v, j)) * tokens.at(v, j);
      squares.push_back(sum);
    }
    const double longest = *std::ranges::max_element(squares);
    for (Index v = 0; v < tokens.rows; ++v) {
      const double rest = std::sqrt((longest - squares[static_cast<std::size_t>(v)]) / 2);
      tokens.at(v, width_) = float(rest);
      tokens.at(v, width_ + 1) = -float(rest);
    }
    Flat<float> gain(static_cast<std::size_t>(wide_), 0.0F), bias = gain;
    const double length = std::sqrt(longest / double(wide_) + share() * epsilon);
    std::fill_n(gain.begin(), width_, float(length));
    tensors_.add_made_matrix("transformer.word_embeddings.weight", std::move(tokens));
    tensors_.add_made_vector("transformer.word_embeddings_layernorm.weight", std::move(gain));
    tensors_.add_made_vector("transformer.word_embeddings_layernorm.bias", std::move(bias));
  }

  void add_norm(const std::string& name, const model::layers::NormSlots& norm) {
    Flat<float> gain(static_cast<std::size_t>(wide_), 0.0F), bias = gain;
    for (Index j = 0; j < width_; ++j) {
      gain[static_cast<std::size_t>(j)] = float(std::sqrt(share()) * tensors_.at(norm.gain, 0, j));
      bias[static_cast<std::size_t>(j)] = tensors_.at(norm.bias, 0, j);
    }
    tensors_.add_made_vector(name + ".weight", std::move(gain));
    tensors_.add_made_vector(name + ".bias", std::move(bias));
  }

  /// What reads the stream: C' to 4 C'.
  void add_reader(const std::string& name, const model::layers::LinearSlots& linear) {
    Dense weight(4 * wide_, wide_);
    Flat<float> bias(static_cast<std::size_t>(weight.rows), 0.0F);
    for (Index j = 0; j < linear.weight.cols; ++j) {
      bias[static_cast<std::size_t>(j)] = tensors_.at(linear.bias, 0, j);
      for (Index i = 0; i < width_; ++i) weight.at(j, i) = tensors_.at(linear.weight, i, j);
    }
    tensors_.add_made_matrix(name + ".weight", std::move(weight));
    tensors_.add_made_vector(name + ".bias", std::move(bias));
  }

  /// What writes into the stream; our input `i` is at place_of(i) of `inputs`.
  template <typename PlaceOf>
  void add_writer(const std::string& name, const model::layers::LinearSlots& linear, Index inputs,
                  const PlaceOf& place_of) {
    Dense weight(wide_, inputs);
    Flat<float> bias(static_cast<std::size_t>(wide_), 0.0F), column = bias;
    center(linear.bias, 0, bias.data());
    for (Index i = 0; i < linear.weight.rows; ++i) {
      center(linear.weight, i, column.data());
      for (Index j = 0; j < width_; ++j) {
        weight.at(j, place_of(i)) = column[static_cast<std::size_t>(j)];
      }
    }
    tensors_.add_made_matrix(name + ".weight", std::move(weight));
    tensors_.add_made_vector(name + ".bias", std::move(bias));
  }

  void add_block(const std::string& name, const model::layers::BlockSlots& block) {
    const Index own_head_width = width_ / own_.config.heads;
    // Attention divides by sqrt(D') instead of sqrt(D).
    const double scale = std::sqrt(double(head_width_) / double(own_head_width));
    FusedHeads fused = fused_heads(tensors_, block, own_.config.heads, head_width_, float(scale));
    add_norm(name + "input_layernorm", block.norm1);
    tensors_.add_made_matrix(name + "self_attention.query_key_value.weight",
                             std::move(fused.weight));
    tensors_.add_made_vector(name + "self_attention.query_key_value.bias", std::move(fused.bias));
    add_writer(name + "self_attention.dense", block.mix, wide_,
               [&](Index i) { return i / own_head_width * head_width_ + i % own_head_width; });
    add_norm(name + "post_attention_layernorm", block.norm2);
    add_reader(name + "mlp.dense_h_to_4h", block.expand);
    add_writer(name + "mlp.dense_4h_to_h", block.contract, 4 * wide_, [](Index i) { return i; });
  }

  nlohmann::ordered_json config() const {
    nlohmann::ordered_json config = common_config(own_, "bloom", "BloomForCausalLM");
    config["hidden_size"] = wide_;
    config["n_layer"] = own_.config.layers();
    config["n_head"] = own_.config.heads;
    config["layer_norm_epsilon"] = share() * epsilon;
    config["apply_residual_connection_post_layernorm"] = false;
    config["attention_dropout"] = 0.0;
    config["hidden_dropout"] = 0.0;
    config["tie_word_embeddings"] = false;  // the head reads what is not centered
    return config;
  }

  const OwnModel& own_;
  model::layers::Parameters slots_;
  NamedTensors tensors_;
  Index width_ = own_.config.width;                ///< C
  Index head_width_ = head_width_of(own_.config);  ///< D'
  Index wide_ = own_.config.heads * head_width_;   ///< C'
};

}  // namespace

PublicModel bloom(const OwnModel& own) { return Bloom(own).take(); }

}  // namespace lab::exchange
