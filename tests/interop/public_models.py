"""Models of other programs in numpy, by their papers and the configs they come with, in float64:
what `lab export` writes, read without any of those programs."""
import json
import math

import numpy as np

from trained import lab_runs, require

TOLERANCE = 1e-4  # of the largest logit


def compare(what, logits, asked):
    wanted = np.array(asked["logits"])
    require(logits.shape == wanted.shape, f"{what}: wanted logits {wanted.shape}, {logits.shape}")
    found = np.abs(logits - wanted).max() / np.abs(wanted).max()
    print(f"{found:.1e}  {what}")
    require(found <= TOLERANCE, f"{what}: wanted the same logits, found {found:.2g} between them")

def norm(x, weights, name, epsilon):
    x = x - x.mean(axis=1, keepdims=True)
    x = x / np.sqrt((x ** 2).mean(axis=1, keepdims=True) + epsilon)
    return x * weights[name + ".weight"] + weights[name + ".bias"]


def gelu(x):
    """The tanh form (Hendrycks and Gimpel 2016)."""
    return x / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


def attend(query, key, value, bias=0.0):
    """heads x T x D each; all but the last D as a row a token."""
    length = query.shape[1]
    logits = query @ key.swapaxes(1, 2) / math.sqrt(query.shape[2]) + bias
    logits = np.where(np.tri(length, dtype=bool), logits, -np.inf)
    shares = np.exp(logits - logits.max(axis=2, keepdims=True))
    mixed = shares / shares.sum(axis=2, keepdims=True) @ value
    return mixed.swapaxes(0, 1).reshape(length, -1)


def heads_of(x, heads):
    return x.reshape(len(x), heads, -1).swapaxes(0, 1)


class Model:
    """The files of a folder."""

    def __init__(self, folder, prefix):
        self.config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.weights = {name.removeprefix(prefix): array.astype(np.float64) for name, array in
                        lab_runs.safetensors(folder / "model.safetensors")[0].items()}

    def linear(self, x, name):  # out x in, as PyTorch has it
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def fused_heads(self, x, name, heads):
        """Each head's queries, then its keys, then its values."""
        return np.split(heads_of(self.linear(x, name), heads), 3, axis=2)

    def head(self, embedding, own):
        return self.weights[embedding if self.config["tie_word_embeddings"] else own].T


def gpt2(folder, tokens):
    """Radford et al. 2019. Its linear layers are in x out."""
    model = Model(folder, "transformer.")
    config, weights = model.config, model.weights
    require(config["activation_function"] == "gelu_new", "the tanh form of GELU")

    def linear(x, name):
        return x @ weights[name + ".weight"] + weights[name + ".bias"]

    epsilon = config["layer_norm_epsilon"]
    x = weights["wte.weight"][tokens] + weights["wpe.weight"][:len(tokens)]
    for layer in range(config["n_layer"]):
        block = f"h.{layer}."
        query, key, value = (heads_of(part, config["n_head"]) for part in np.split(
            linear(norm(x, weights, block + "ln_1", epsilon), block + "attn.c_attn"), 3, axis=1))
        x = x + linear(attend(query, key, value), block + "attn.c_proj")
        hidden = linear(norm(x, weights, block + "ln_2", epsilon), block + "mlp.c_fc")
        require(hidden.shape[1] == config["n_inner"], "the width of the feed-forward layer")
        x = x + linear(gelu(hidden), block + "mlp.c_proj")
    return norm(x, weights, "ln_f", epsilon) @ model.head("wte.weight", "lm_head.weight")


def turned(x, base):
    """Rotary positions (Su et al. 2021), pairs (i, i + D/2) as in GPT-NeoX."""
    half = x.shape[2] // 2
    angles = np.arange(x.shape[1])[:, None] / base ** (np.arange(half) / half)
    a, b = x[:, :, :half], x[:, :, half:]
    return np.concatenate([a * np.cos(angles) - b * np.sin(angles),
                           b * np.cos(angles) + a * np.sin(angles)], axis=2)


def gpt_neox(folder, tokens):
    """Black et al. 2022, 2204.06745, with heads turned in whole and blocks one after the other."""
    model = Model(folder, "gpt_neox.")
    config, weights = model.config, model.weights
    require(config["hidden_act"] == "gelu_new" and config["rotary_pct"] == 1
            and config["use_parallel_residual"] is False, "the options of this architecture")
    epsilon, base = config["layer_norm_eps"], config["rotary_emb_base"]
    x = weights["embed_in.weight"][tokens]
    for layer in range(config["num_hidden_layers"]):
        block = f"layers.{layer}."
        query, key, value = model.fused_heads(
            norm(x, weights, block + "input_layernorm", epsilon),
            block + "attention.query_key_value", config["num_attention_heads"])
        x = x + model.linear(attend(turned(query, base), turned(key, base), value),
                             block + "attention.dense")
        normed = norm(x, weights, block + "post_attention_layernorm", epsilon)
        hidden = gelu(model.linear(normed, block + "mlp.dense_h_to_4h"))
        require(hidden.shape[1] == config["intermediate_size"], "the width of the feed-forward layer")
        x = x + model.linear(hidden, block + "mlp.dense_4h_to_h")
    return norm(x, weights, "final_layer_norm", epsilon) @ model.head("embed_in.weight",
                                                                      "embed_out.weight")


def bloom(folder, tokens):
    """Le Scao et al. 2022, 2211.05100; ALiBi as Press et al. 2022 give it for 2^n heads."""
    model = Model(folder, "transformer.")
    config, weights = model.config, model.weights
    require(config["apply_residual_connection_post_layernorm"] is False, "a pre-norm model")
    heads, epsilon = config["n_head"], config["layer_norm_epsilon"]
    require(heads & (heads - 1) == 0, "as many heads as have these slopes")
    slopes = 2.0 ** (-8 / heads * np.arange(1, heads + 1))
    bias = slopes[:, None, None] * np.arange(len(tokens))
    x = norm(weights["word_embeddings.weight"][tokens], weights, "word_embeddings_layernorm",
             epsilon)
    for layer in range(config["n_layer"]):
        block = f"h.{layer}."
        query, key, value = model.fused_heads(
            norm(x, weights, block + "input_layernorm", epsilon),
            block + "self_attention.query_key_value", heads)
        x = x + model.linear(attend(query, key, value, bias), block + "self_attention.dense")
        normed = norm(x, weights, block + "post_attention_layernorm", epsilon)
        hidden = gelu(model.linear(normed, block + "mlp.dense_h_to_4h"))
        require(hidden.shape[1] == 4 * config["hidden_size"], "the width of the feed-forward layer")
        x = x + model.linear(hidden, block + "mlp.dense_4h_to_h")
    return norm(x, weights, "ln_f", epsilon) @ model.head("word_embeddings.weight",
                                                          "lm_head.weight")


ARCHITECTURES = {"gpt2": gpt2, "gpt_neox": gpt_neox, "bloom": bloom}


def logits_of(folder, tokens):
    """By the architecture that its config names."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return ARCHITECTURES[config["model_type"]](folder, tokens)
