#include "lab/exchange/gpt2.h"

#include <algorithm>
#include <array>
#include <deque>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.h"
#include "base/file.h"
#include "lab/train/scoring.h"
#include "model/files/replace_folder.h"
#include "model/files/safetensors.h"
#include "model/layers/parameters.h"
#include "model/layers/positions.h"

namespace lab::exchange {
namespace {

using Json = nlohmann::ordered_json;
using model::arithmetic::Index;
using model::layers::Flat;
using model::layers::Slot;

constexpr std::array files{"config.json", "model.safetensors", "tokenizer.json",
                           "tokenizer_config.json"};

void require_fitting(bool fits, const char* field, const char* why) {
  base::require(fits, "model.", field, ": does not fit into a GPT-2: ", why);
}

/// Whether what tells positions apart is a vector that is added to the token.
bool adds_vectors(model::layers::Positions positions) {
  switch (positions) {
    case model::layers::Positions::none:
    case model::layers::Positions::learned:
    case model::layers::Positions::sinusoidal:
      return true;
    case model::layers::Positions::rotary:
    case model::layers::Positions::alibi:
      return false;
  }
  return false;
}

/// Takes the config apart, so that a field that is new does not compile until it is thought of.
void require_gpt2(const model::layers::TransformerConfig& config) {
  const auto& [vocabulary, max_positions, width, heads, hidden, blocks, loops, positions,
               logit_scale, tau_start, tied_embeddings, initial_scale, products] = config;
  require_fitting(adds_vectors(positions), "positions", "it adds them to the tokens");
  require_fitting(logit_scale == model::layers::LogitScale::one, "logit_scale",
                  "it divides attention logits by sqrt(D) alone");
  require_fitting(products == model::layers::ProductPrecision::float32, "products",
                  "it would compute other logits with weights that are not rounded");
}

/// The tensors of a GPT-2 by its names. Its linear layers are in x out, as ours are.
class Gpt2Tensors {
 public:
  Gpt2Tensors(const model::layers::TransformerConfig& config,
              const model::layers::Flat<float>& weights)
      : config_(config), weights_(weights), slots_(model::layers::parameters_of(config)) {
    add_matrix("transformer.wte.weight", slots_.embedding);
    add_positions();
    for (Index layer = 0; layer < config.layers(); ++layer) {
      add_block("transformer.h." + std::to_string(layer) + ".",
                slots_.blocks[static_cast<std::size_t>(layer % config.blocks)]);
    }
    add_norm("transformer.ln_f", slots_.final_norm);
    if (!config.tied_embeddings) add_matrix("lm_head.weight", slots_.head);
  }

  std::string bytes(const std::string& fingerprint) {
    return model::files::safetensors(std::move(tensors_),
                                     {{"format", "pt"}, {"fingerprint", fingerprint}});
  }

 private:
  std::span<const float> values(const model::layers::Slot& slot) const {
    return std::span(weights_).subspan(static_cast<std::size_t>(slot.offset),
                                       static_cast<std::size_t>(slot.size()));
  }

  void add(const std::string& name, std::vector<Index> shape, std::span<const float> numbers) {
    tensors_.push_back({name, {shape.begin(), shape.end()}, numbers});
  }

  void add_matrix(const std::string& name, const model::layers::Slot& slot) {
    add(name, {slot.rows, slot.cols}, values(slot));
  }

  void add_norm(const std::string& name, const model::layers::NormSlots& norm) {
    add(name + ".weight", {norm.gain.size()}, values(norm.gain));
    add(name + ".bias", {norm.bias.size()}, values(norm.bias));
  }

  void add_linear(const std::string& name, const model::layers::LinearSlots& linear) {
    add_matrix(name + ".weight", linear.weight);
    add(name + ".bias", {linear.bias.size()}, values(linear.bias));
  }

  std::span<float> zeros(Index count) {
    return made_.emplace_back(static_cast<std::size_t>(count), 0.0F);
  }

  /// Rows of `left` and `right` side by side.
  std::span<const float> joined(const model::layers::Slot& left, const model::layers::Slot& right) {
    model::layers::Flat<float>& rows = made_.emplace_back();
    for (Index i = 0; i < left.rows; ++i) {
      for (const model::layers::Slot& slot : {left, right}) {
        const auto row = values({slot.offset + i * slot.cols, 1, slot.cols});
        rows.insert(rows.end(), row.begin(), row.end());
      }
    }
    return rows;
  }

  void add_block(const std::string& name, const model::layers::BlockSlots& block) {
    const auto& [query, key_value] = std::pair(block.query, block.key_value);
    const Index width = config_.width;
    add_norm(name + "ln_1", block.norm1);
    add(name + "attn.c_attn.weight", {width, 3 * width}, joined(query.weight, key_value.weight));
    add(name + "attn.c_attn.bias", {3 * width}, joined(query.bias, key_value.bias));
    add_linear(name + "attn.c_proj", block.mix);
    add_norm(name + "ln_2", block.norm2);
    add_linear(name + "mlp.c_fc", block.expand);
    add_linear(name + "mlp.c_proj", block.contract);
  }

  void add_positions() {
    const std::string name = "transformer.wpe.weight";
    const Index rows = config_.max_positions, width = config_.width;
    switch (config_.positions) {
      case model::layers::Positions::learned:
        return add_matrix(name, slots_.positions);
      case model::layers::Positions::none:
        return add(name, {rows, width}, zeros(rows * width));
      case model::layers::Positions::sinusoidal: {
        const std::span<float> table = zeros(rows * width);
        std::vector<int> ids(static_cast<std::size_t>(rows));
        std::iota(ids.begin(), ids.end(), 0);
        model::layers::add_sinusoids<float>(ids, {table.data(), rows, width, width});
        return add(name, {rows, width}, table);
      }
      case model::layers::Positions::rotary:
      case model::layers::Positions::alibi:
        base::promise(false, "these positions were refused: see adds_vectors()");
    }
  }

  const model::layers::TransformerConfig& config_;
  const model::layers::Flat<float>& weights_;
  model::layers::Parameters slots_;
  std::deque<model::layers::Flat<float>>
      made_;  ///< numbers that lie otherwise with us; a deque keeps its places
  std::vector<model::files::TensorValues> tensors_;
};

Json config_json(const model::layers::TransformerConfig& config, int end) {
  return {{"architectures", {"GPT2LMHeadModel"}},
          {"model_type", "gpt2"},
          {"vocab_size", config.vocabulary},
          {"n_positions", config.max_positions},
          {"n_embd", config.width},
          {"n_layer", config.layers()},
          {"n_head", config.heads},
          {"n_inner", config.hidden},
          {"activation_function", "gelu_new"},
          {"layer_norm_epsilon", 1e-5},
          {"embd_pdrop", 0.0},
          {"attn_pdrop", 0.0},
          {"resid_pdrop", 0.0},
          {"bos_token_id", end},  // the default, 50256, is beyond a small vocabulary
          {"eos_token_id", end},
          {"pad_token_id", end},
          {"tie_word_embeddings", config.tied_embeddings},
          {"torch_dtype", "float32"}};
}

/// Words between white space are tokens, as `lab` writes them.
Json tokenizer_json(const tasks::Vocabulary& vocabulary) {
  Json ids = Json::object();
  for (int token = 0; token < vocabulary.size(); ++token) ids[vocabulary.name(token)] = token;
  return {{"version", "1.0"},
          {"truncation", nullptr},
          {"padding", nullptr},
          {"added_tokens", Json::array()},
          {"normalizer", nullptr},
          {"pre_tokenizer", {{"type", "WhitespaceSplit"}}},
          {"post_processor", nullptr},
          {"decoder", nullptr},
          {"model", {{"type", "WordLevel"}, {"vocab", ids}, {"unk_token", "[UNK]"}}}};
}

/// A folder with anything else in it is somebody's, and not replaced.
void require_export_or_nothing(const std::filesystem::path& folder) {
  std::error_code none;  // no such folder: nothing to lose
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename();
    base::require(std::ranges::find(files, name) != files.end(), folder.string(),
                  ": cannot write a GPT-2 over it: it holds ", name);
  }
}

}  // namespace

void export_gpt2(const train::TrainedRun& run, const std::filesystem::path& folder) {
  const model::layers::TransformerConfig& config = run.learner.config();
  require_gpt2(config);
  require_export_or_nothing(folder);
  const tasks::Vocabulary& vocabulary = run.lesson.mixture.joint().vocabulary();
  const Json tokenizer_config{{"tokenizer_class", "PreTrainedTokenizerFast"},
                              {"model_max_length", config.max_positions}};
  model::files::replace_folder(folder, [&](const std::filesystem::path& fresh) {
    const auto write = [&](std::string_view name, const Json& json) {
      base::write_file(fresh / name, json.dump(2) + "\n");
    };
    write("config.json", config_json(config, vocabulary.id(tasks::end_token)));
    write("tokenizer.json", tokenizer_json(vocabulary));
    write("tokenizer_config.json", tokenizer_config);
    base::write_file(
        fresh / "model.safetensors",
        Gpt2Tensors(config, train::scored_weights(run.learned)).bytes(run.lesson.spec.fingerprint));
  });
}

}  // namespace lab::exchange
