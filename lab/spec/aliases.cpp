#include "lab/spec/aliases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace lab::spec {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;

/// In small letters, and what is meant: a field or a value.
constexpr std::array aliases{
    Alias{"rope", "ROTARY"},
    Alias{"nope", "NONE"},
    Alias{"no_pe", "NONE"},
    Alias{"ape", "LEARNED"},
    Alias{"absolute", "LEARNED"},
    Alias{"sincos", "SINUSOIDAL"},
    Alias{"sine", "SINUSOIDAL"},
    Alias{"fourier", "SINUSOIDAL"},
    Alias{"fp32", "FLOAT32"},
    Alias{"float", "FLOAT32"},
    Alias{"bf16", "BFLOAT16"},
    Alias{"lr", "learning_rate"},
    Alias{"max_lr", "learning_rate"},
    Alias{"min_lr", "final_rate"},
    Alias{"warmup_steps", "warmup"},
    Alias{"warmup_iters", "warmup"},
    Alias{"max_steps", "steps"},
    Alias{"max_iters", "steps"},
    Alias{"num_steps", "steps"},
    Alias{"iterations", "steps"},
    Alias{"epochs", "steps"},
    Alias{"batch_size", "batch"},
    Alias{"grad_clip", "clip"},
    Alias{"max_grad_norm", "clip"},
    Alias{"ema", "average_decay"},
    Alias{"ema_decay", "average_decay"},
    Alias{"scheduler", "schedule"},
    Alias{"lr_schedule", "schedule"},
    Alias{"save_every", "checkpoint_every"},
    Alias{"optimizer", "adamw"},
    Alias{"adam", "adamw"},
    Alias{"wd", "weight_decay"},
    Alias{"eps", "epsilon"},
    Alias{"d_model", "width"},
    Alias{"n_embd", "width"},
    Alias{"dim", "width"},
    Alias{"hidden_size", "width"},
    Alias{"embed_dim", "width"},
    Alias{"n_layer", "blocks"},
    Alias{"n_layers", "blocks"},
    Alias{"num_layers", "blocks"},
    Alias{"layers", "blocks"},
    Alias{"depth", "blocks"},
    Alias{"n_head", "heads"},
    Alias{"n_heads", "heads"},
    Alias{"num_heads", "heads"},
    Alias{"d_ff", "hidden"},
    Alias{"d_mlp", "hidden"},
    Alias{"ffn", "hidden"},
    Alias{"block_size", "max_positions"},
    Alias{"context_length", "max_positions"},
    Alias{"n_ctx", "max_positions"},
    Alias{"pos_emb", "positions"},
    Alias{"position_encoding", "positions"},
    Alias{"positional_encoding", "positions"},
    Alias{"tie_weights", "tied_embeddings"},
    Alias{"weight_tying", "tied_embeddings"},
    Alias{"dtype", "products"},
};

}  // namespace

std::optional<std::string> our_name_of(std::string_view word) {
  const std::string small = base::small_letters(word);
  const auto found = std::ranges::find(aliases, std::string_view(small), &Alias::first);
  return found == aliases.end() ? std::nullopt : std::optional<std::string>(found->second);
}

}  // namespace lab::spec
