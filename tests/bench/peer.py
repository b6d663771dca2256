"""The model of `lab bench` in PyTorch, to be timed beside it; tests/bench/compare runs it.

  python3 tests/bench/peer.py SHAPE --dtype float32|bfloat16 --mode eager|compiled --threads N
                                    --seconds S

SHAPE is a JSON object with blocks, width, heads, length, sequences and vocabulary. Prints a JSON
list with a row for each work:

  train    forward, backward, gradient clipping and AdamW, loss at every position
  score    forward, with the loss and the arg-max of every position
  decode   greedy, `length` new tokens for each sequence after a prompt of one, all sequences at
           once, keys and values kept

A GPT in the way most people write it: pre-norm blocks, biases, tanh GELU, learned positions, the
head tied to the embedding; every batch is a full rectangle, so nobody computes padding. Attention
is PyTorch's fused one where there is one (2.0 on), else a product, a softmax and a product.
bfloat16 is autocast: products in bfloat16, weights and sums in float32. Compiled, training and
scoring are torch.compile's (2.0 on; decoding, whose shapes change at every token, is left out).
Before anything is timed the model is checked to be causal and to have a loss at every position.
"""
import argparse
import json
import math
import re
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional


FUSED = hasattr(functional, "scaled_dot_product_attention")


def attention(query, key, value, mask):
    """Causal where there are as many queries as keys; one query may see every key."""
    if FUSED:
        return functional.scaled_dot_product_attention(
            query, key, value, is_causal=query.shape[2] > 1)
    scores = query @ key.transpose(2, 3) * (1 / math.sqrt(query.shape[3]))
    if query.shape[2] > 1:
        scores = scores + mask
    return functional.softmax(scores, dim=3) @ value


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.expand, self.contract = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask, cache=None, done=0):
        """cache: [keys, values], each sequences x heads x length x head width, `done` filled."""
        sequences, rows, width = x.shape
        query, key, value = (
            part.view(sequences, rows, self.heads, width // self.heads).transpose(1, 2)
            for part in self.query_key_value(self.norm1(x)).split(width, dim=2))
        if cache is not None:
            for kept, new in zip(cache, (key, value)):
                kept[:, :, done:done + rows] = new
            key, value = (kept[:, :, :done + rows].to(query.dtype) for kept in cache)
        mixed = attention(query, key, value, mask).transpose(1, 2).reshape(sequences, rows, width)
        x = x + self.mix(mixed)
        hidden = functional.gelu(self.expand(self.norm2(x)), approximate="tanh")
        return x + self.contract(hidden)


class Transformer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width, length = shape["width"], shape["length"]
        self.tokens = nn.Embedding(shape["vocabulary"], width)
        self.positions = nn.Embedding(length, width)
        self.blocks = nn.ModuleList(Block(width, shape["heads"]) for _ in range(shape["blocks"]))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, shape["vocabulary"], bias=False)
        self.head.weight = self.tokens.weight
        nn.init.normal_(self.tokens.weight, std=0.02)
        side = 0 if FUSED else length  # a mask of 16,384 x 16,384 takes a gigabyte
        self.register_buffer("mask", torch.full((side, side), -math.inf).triu(1))

    def forward(self, tokens, caches=None, done=0):
        rows = tokens.shape[1]
        x = self.tokens(tokens) + self.positions.weight[done:done + rows]
        for b, block in enumerate(self.blocks):
            x = block(x, self.mask[:rows, :rows], caches and caches[b], done)
        return self.head(self.norm(x))


class Subject:
    """A model with what its works need."""

    def __init__(self, shape, dtype, mode):
        torch.manual_seed(0)
        self.shape, self.dtype = shape, dtype
        self.model = Transformer(shape)
        self.whole = torch.compile(self.model) if mode == "compiled" else self.model
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=1e-3, betas=(0.9, 0.98),
                                           weight_decay=0.01, foreach=True)
        size = (shape["sequences"], shape["length"])
        self.inputs = torch.randint(0, shape["vocabulary"], size)
        self.targets = torch.randint(0, shape["vocabulary"], size)

    def precision(self):
        return torch.autocast("cpu", torch.bfloat16, enabled=self.dtype == "bfloat16")

    def loss(self, logits, reduction):
        return functional.cross_entropy(logits.flatten(0, 1), self.targets.flatten(),
                                        reduction=reduction)

    def train(self):
        with self.precision():
            loss = self.loss(self.whole(self.inputs), "mean")
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()

    @torch.inference_mode()
    def check(self):
        """A token changes no logit before it, and every position has a loss."""
        tokens = self.inputs[:1, :64].clone()
        middle = tokens.shape[1] // 2
        before = self.model(tokens)
        tokens[0, middle] = (tokens[0, middle] + 1) % self.shape["vocabulary"]
        apart = (self.model(tokens) - before).abs().amax(dim=2)[0]
        if apart[:middle].max() > 1e-4 or apart[middle] == 0:
            sys.exit("peer: the model in PyTorch is not causal")
        if self.loss(self.model(self.inputs), "none").numel() != self.targets.numel():
            sys.exit("peer: not every position has a loss in PyTorch")

    @torch.inference_mode()
    def score(self):
        with self.precision():
            logits = self.whole(self.inputs)
            self.loss(logits, "none")
            logits.argmax(dim=2)

    @torch.inference_mode()
    def decode(self):
        shape = self.shape
        size = (shape["sequences"], shape["heads"], shape["length"],
                shape["width"] // shape["heads"])
        kept = torch.bfloat16 if self.dtype == "bfloat16" else torch.float32
        caches = [[torch.empty(size, dtype=kept) for _ in range(2)] for _ in self.model.blocks]
        token = self.inputs[:, :1]
        with self.precision():
            for done in range(shape["length"]):
                token = self.model(token, caches, done)[:, -1:].argmax(dim=2)


def measure(seconds, work):
    """Wall seconds and CPU seconds of each repetition; the first, which warms up, left out."""
    if seconds > 0:
        work()
    wall, cpu = [], []
    begin = time.perf_counter()
    while not wall or time.perf_counter() - begin < seconds:
        start, cpu_start = time.perf_counter(), time.process_time()
        work()
        cpu.append(time.process_time() - cpu_start)
        wall.append(time.perf_counter() - start)
    return wall, cpu


def blas():
    """MKL, if PyTorch has it built in (as PyPI's has); else the folder of the BLAS that is loaded,
    which names it in Debian: openblas-openmp, ... Products in bfloat16 are oneDNN's."""
    if torch.backends.mkl.is_available():
        return "mkl"
    with open("/proc/self/maps", encoding="ascii") as maps:
        found = re.findall(r"/([^/\s]+)/lib(?:blas|openblas)[^/\s]*\.so", maps.read())
    return found[0] if found else "unknown"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shape", type=json.loads)
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--mode", choices=["eager", "compiled"], default="eager")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1)
    arguments = parser.parse_args()
    torch.set_flush_denormal(True)
    torch.set_num_threads(arguments.threads)
    subject = Subject(arguments.shape, arguments.dtype, arguments.mode)
    subject.check()
    tokens = arguments.shape["sequences"] * arguments.shape["length"]
    rows = []
    for work in ("train", "score") + (("decode",) if arguments.mode == "eager" else ()):
        wall, cpu = measure(arguments.seconds, getattr(subject, work))
        rows.append({
            "work": work,
            "mode": arguments.mode,
            "torch": torch.__version__,
            "blas": blas(),
            "threads": torch.get_num_threads(),
            "parameters": sum(p.numel() for p in subject.model.parameters()),
            "tokens_per_second": tokens / statistics.median(wall),
            "best_tokens_per_second": tokens / min(wall),
            "tokens_per_cpu_second": tokens / statistics.median(cpu),
        })
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
