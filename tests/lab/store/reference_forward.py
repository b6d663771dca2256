"""The transformer of model/ written again from its description, in numpy and double, to hold its
logits against: checkpoints mean outside of `lab` what they mean inside.

  python3 tests/lab/store/reference_forward.py RUN_FOLDER TOKENS.json

TOKENS.json holds {"tokens": [...], "logits": [[...], ...]}: a text and what `lab` says at each of
its rows. Prints the largest difference relative to the largest logit; fails above 1e-4.
"""
import json
import math
import pathlib
import sys

import numpy

sys.path.append(str(pathlib.Path(__file__).resolve().parents[3] / "lab" / "python"))
import lab_runs  # noqa: E402


def layer_norm(x, weights, name):
    centred = x - x.mean(axis=1, keepdims=True)
    variance = (centred ** 2).mean(axis=1, keepdims=True)
    return centred / numpy.sqrt(variance + 1e-5) * weights[name + ".gain"] + weights[name + ".bias"]


def linear(x, weights, name):
    return x @ weights[name + ".weight"] + weights[name + ".bias"]


def gelu(x):
    return 0.5 * x * (1 + numpy.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


def frequencies(width):
    return 10000.0 ** (-2 * numpy.arange((width + 1) // 2) / width)


def sinusoids(rows, width):
    angles = numpy.arange(rows)[:, None] * frequencies(width)
    return numpy.stack([numpy.sin(angles), numpy.cos(angles)], axis=2).reshape(rows, -1)[:, :width]


def turned(x):
    """Rotary: feature i with feature i + D/2."""
    rows, width = x.shape
    angles = numpy.arange(rows)[:, None] * frequencies(width)[:width // 2]
    a, b = x[:, :width // 2], x[:, width // 2:]
    return numpy.concatenate([a * numpy.cos(angles) - b * numpy.sin(angles),
                              a * numpy.sin(angles) + b * numpy.cos(angles)], axis=1)


def logit_scale(model, weights, block, rows):
    seen = numpy.arange(1, rows + 1)
    if model["logit_scale"] == "LOG_N":
        return numpy.log(numpy.maximum(seen, 2))
    if model["logit_scale"] == "LEARNED_LOG_N":
        return 1 + weights[block + ".tau"].item() * numpy.log(seen)
    return numpy.ones(rows)


def attention(x, model, weights, block):
    rows, width = x.shape
    heads, head_width = model["heads"], width // model["heads"]
    query = linear(x, weights, block + ".query")
    key, value = numpy.split(linear(x, weights, block + ".key_value"), 2, axis=1)
    scale = logit_scale(model, weights, block, rows)[:, None] / math.sqrt(head_width)
    mixed = numpy.zeros_like(x)
    for head in range(heads):
        part = slice(head * head_width, (head + 1) * head_width)
        q, k = query[:, part], key[:, part]
        if model["positions"] == "ROTARY":
            q, k = turned(q), turned(k)
        scores = q @ k.T * scale
        if model["positions"] == "ALIBI":
            place = numpy.arange(rows)
            scores -= 2.0 ** (-8 * (head + 1) / heads) * (place[:, None] - place)
        scores[numpy.triu_indices(rows, 1)] = -numpy.inf
        scores = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        mixed[:, part] = scores / scores.sum(axis=1, keepdims=True) @ value[:, part]
    return linear(mixed, weights, block + ".mix")


def forward(tokens, model, weights):
    """Logits, rows x vocabulary."""
    if model["positions"] not in ("NONE", "LEARNED", "SINUSOIDAL", "ROTARY", "ALIBI"):
        sys.exit("no such positions here: " + model["positions"])
    x = weights["embedding"][tokens]
    rows, width = x.shape
    if model["positions"] == "LEARNED":
        x = x + weights["positions"][:rows]
    if model["positions"] == "SINUSOIDAL":
        x = x + sinusoids(rows, width)
    for layer in range(model["blocks"] * model["loops"]):
        block = f"block.{layer % model['blocks']}"
        x = x + attention(layer_norm(x, weights, block + ".norm1"), model, weights, block)
        hidden = gelu(linear(layer_norm(x, weights, block + ".norm2"), weights, block + ".expand"))
        x = x + linear(hidden, weights, block + ".contract")
    head = weights["embedding"] if model["tied_embeddings"] else weights["head"]
    return layer_norm(x, weights, "final_norm") @ head.T


def main():
    run = lab_runs.Run(sys.argv[1])
    asked = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    weights = {name: values.astype(numpy.float64) for name, values in run.weights().items()}
    ours, theirs = forward(asked["tokens"], run.model, weights), numpy.array(asked["logits"])
    difference = abs(ours - theirs).max() / abs(theirs).max()
    print(f"largest difference: {difference:.2g} of the largest logit")
    sys.exit(0 if difference <= 1e-4 else 1)


if __name__ == "__main__":
    main()
