"""Tiny runs for the tests of this folder, and what they say."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "lab" / "python"))
sys.dont_write_bytecode = True

import numpy  # noqa: E402

import lab_runs  # noqa: E402 (found by the path above)

SPEC = """
task { sorting { values: 9 } difficulty { low: 1 high: 6 } }
hint { list_hint { kind: SUCCESSOR } }
model { width: 16 heads: 2 blocks: 2 max_positions: 40 initial_scale: 2 }
train { steps: 30 batch: 8 warmup: 5 learning_rate: 1e-2 checkpoint_every: 10 log_every: 10 }
score { examples: 20 difficulties: [3, 8] every: 15 }
"""

FITTING = [  # what a public model can be, its type and what a spec says
    ("gpt2", ["model.positions=LEARNED", "position_ids=RANDOM_SHIFT", "model.hidden=24"]),
    ("gpt2", ["model.positions=NONE", "model.heads=4", "train.average_decay=0.9"]),
    ("gpt2", ["model.positions=SINUSOIDAL", "model.tied_embeddings=false"]),
    ("gpt2", ["model.positions=LEARNED", "model.blocks=1", "model.loops=3"]),
    ("gpt_neox", ["model.positions=ROTARY", "model.hidden=24"]),
    ("gpt_neox", ["model.positions=ROTARY", "model.heads=4", "model.tied_embeddings=false",
                  "position_ids=RANDOM_SHIFT"]),
    ("gpt_neox", ["model.positions=ROTARY", "model.heads=1", "model.blocks=1", "model.loops=3",
                  "train.average_decay=0.9"]),
    ("bloom", ["model.positions=ALIBI", "model.hidden=24"]),
    ("bloom", ["model.positions=ALIBI", "model.heads=1", "model.tied_embeddings=false"]),
    ("bloom", ["model.positions=ALIBI", "model.heads=8", "model.hidden=400", "model.blocks=1",
               "model.loops=3", "train.average_decay=0.9"]),
]


def require(holds, what):
    if not holds:
        sys.exit(what)


def peer_tensors(model, weights):
    """Our weights by the names of tests/bench/peer.py, whose linear layers are out x in."""
    tensors = {"tokens.weight": weights["embedding"], "positions.weight": weights["positions"],
               "norm.weight": weights["final_norm.gain"], "norm.bias": weights["final_norm.bias"],
               "head.weight": weights["embedding"]}
    for number in range(model["blocks"]):
        ours, theirs = f"block.{number}.", f"blocks.{number}."
        for kind in ("weight", "bias"):
            tensors[f"{theirs}query_key_value.{kind}"] = numpy.concatenate(
                [weights[f"{ours}query.{kind}"], weights[f"{ours}key_value.{kind}"]], axis=-1).T
            for layer in ("mix", "expand", "contract"):
                tensors[f"{theirs}{layer}.{kind}"] = weights[f"{ours}{layer}.{kind}"].T
            for layer in ("norm1", "norm2"):
                gain = {"weight": "gain", "bias": "bias"}[kind]
                tensors[f"{theirs}{layer}.{kind}"] = weights[f"{ours}{layer}.{gain}"]
    return tensors


class Lab:
    """The program with a store of its own."""

    def __init__(self, program, folder):
        self.program, self.store = program, folder / "store"
        self.spec = folder / "tiny.textproto"
        self.spec.write_text(SPEC, encoding="utf-8")

    def call(self, *words):
        return subprocess.run([self.program, *map(str, words), "--store", self.store], text=True,
                              check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words):
        done = self.call(*words)
        require(done.returncode == 0, f"lab {words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def train(self, *settings):
        before = {run.fingerprint for run in self.runs()}
        sets = [word for setting in settings for word in ("--set", setting)]
        self.run("train", self.spec, "--threads", 1, "--quiet", *sets)
        new = [run for run in self.runs() if run.fingerprint not in before]
        require(len(new) == 1, f"wanted one new run, found {new}")
        return new[0]

    def runs(self):
        return lab_runs.runs(self.store) if self.store.exists() else []

    def ask(self, run, prompt="7 3 9 9 1 4"):
        return json.loads(self.run("ask", run.fingerprint, prompt, "--logits"))
