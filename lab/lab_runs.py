"""Runs, scores and checkpoints of `lab` in Python. Needs numpy; gives data frames if pandas is there.

    import lab_runs
    for run in lab_runs.runs("results/runs"):
        print(run.fingerprint, run.status, run.name)
    run = lab_runs.run("results/runs", "3f")      # by the beginning of its fingerprint
    run.scores(), run.steps()                     # what was solved and asked; loss over training
    run.weights(), run.model, run.vocabulary      # newest checkpoint: {name: array}
    lab_runs.results("results/task_hinting")      # scores.tsv of a paper

One file on purpose: copy it where you need it. Matrices act on rows: y = x @ weight + bias, with
weight in x out; that is how they lie in the file.
"""
import csv
import json
import pathlib
import struct
import zlib

import numpy

try:
    import pandas
except ImportError:
    pandas = None

_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "U8": "u1"}
_NUMBERS = {"seed", "step", "difficulty", "solved", "asked", "tokens"}
_COUNTS_OR_NONE = {"different", "frequent", "constant", "exact", "facet_constant"}


def _table(columns):
    return pandas.DataFrame(columns) if pandas else columns


def _columns(rows, names):
    return {name: [row.get(name) for row in rows] for name in names}


def _tsv(file):
    with open(file, encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = list(reader)
    columns = _columns(rows, reader.fieldnames or [])
    for name, values in columns.items():
        if name in _NUMBERS:
            columns[name] = [int(value) for value in values]
        elif name in _COUNTS_OR_NONE:
            columns[name] = [int(value) if value else None for value in values]
        elif name == "nats":
            columns[name] = [float(value) for value in values]
        elif name == "chance":
            columns[name] = [float(value) if value else None for value in values]
    return _table(columns)


def safetensors(file):
    """The tensors of a safetensors file, {name: array}, and its metadata."""
    raw = pathlib.Path(file).read_bytes()
    if len(raw) < 8:
        raise ValueError(f"{file}: wanted a safetensors file, found {len(raw)} bytes")
    size = struct.unpack("<Q", raw[:8])[0]
    if 8 + size > len(raw):
        raise ValueError(f"{file}: header of {size} bytes, but {len(raw)} in all: cut off?")
    header = json.loads(raw[8:8 + size])
    metadata = header.pop("__metadata__", {})
    checksum = f"crc32:{zlib.crc32(memoryview(raw)[8 + size:]):08x}"
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        if end > len(raw):
            raise ValueError(f"{file}: tensor {name} ends at {end}, the file at {len(raw)}: cut off?")
        values = numpy.frombuffer(raw[begin:end], _TYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"]).copy()
    if metadata.get("checksum", checksum) != checksum:  # `lab` writes one, other programs do not
        raise ValueError(f"{file}: corrupt: wanted {metadata['checksum']}, found {checksum}")
    return tensors, metadata


class Run:
    """One run's folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        manifest = self.folder / "manifest.json"
        self.manifest = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
        self.fingerprint = self.folder.name
        self.name = self.manifest.get("name", "")
        self.status = self.manifest.get("status", "missing")

    def __repr__(self):
        return f"<Run {self.fingerprint} {self.status} {self.name}>"

    @property
    def spec(self):
        """The text of the spec."""
        return (self.folder / "spec.textproto").read_text(encoding="utf-8")

    def _described(self):
        return json.loads((self.folder / "model.json").read_text(encoding="utf-8"))

    @property
    def model(self):
        """Shape and options of the transformer: width, heads, positions, ..."""
        return self._described()["model"]

    @property
    def vocabulary(self):
        """The tokens, by id."""
        return self._described()["vocabulary"]

    def scores(self):
        """Columns of scores.tsv: step, task, pool, difficulty, solved, asked, different, chance,
        frequent, constant, nats, tokens, exact, facet, facet_constant.

        `different` of those asked are different questions: a share's interval rests on them, not on
        `asked`. What is reached without having learned: `chance` (of one), `frequent` and `constant`
        (of those asked; see guess_levels). Of one value of a facet `constant` is the share that the
        best answer has of all questions, of those asked here; `facet_constant` the best for this
        value, which only who knows the value can give. None where the run does not know, as an older one.
        """
        return _tsv(self.folder / "scores.tsv")

    def steps(self):
        """Columns of steps.jsonl: step, loss, accuracy, gradient_norm, learning_rate, ..."""
        text = (self.folder / "steps.jsonl").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.split("\n")[:-1]]  # what follows is half a line
        return _table(_columns(rows, list(rows[0]) if rows else []))

    def checkpoints(self):
        """Steps that have a checkpoint, rising."""
        folders = (self.folder / "checkpoints").glob("step-*")
        return sorted(int(folder.name[len("step-"):]) for folder in folders)

    def weights(self, step=None, average=True):
        """{name: array} of the newest checkpoint, or of this step's.

        Where the run keeps a running average of its weights (train.average_decay) that is what is
        scored, and what this gives; the weights as they are trained with average=False.
        """
        steps = self.checkpoints()
        if not steps:
            raise FileNotFoundError(f"{self.folder}: the run has no checkpoint")
        folder = self.folder / "checkpoints" / f"step-{steps[-1] if step is None else step}"
        moments = safetensors(folder / "optimizer.safetensors")[0] if average else {}
        averaged = {name[len("average."):]: values for name, values in moments.items()
                    if name.startswith("average.")}
        return averaged or safetensors(folder / "weights.safetensors")[0]


def guess_levels(scores):
    """Of each row the highest of its levels of guessing, of one: chance, frequent / asked and
    constant / asked; None where none is known. A share at it or below it shows no learning. Of one
    value of a facet without `frequent`, and where the table has no facet_constant, an older one,
    without `constant`: who chose among guessers for a value would know it."""
    def highest(asked, chance, *counts):
        shares = [chance] + [None if count is None or count != count else count / asked
                             for count in counts]
        return max((share for share in shares if share is not None and share == share),
                   default=None)
    names = ("asked", "chance", "frequent", "constant")
    unknown = [None] * len(scores["asked"])
    columns = {name: list(scores[name]) if name in scores else unknown for name in names}
    if "facet" in scores:
        for name in ("frequent",) if "facet_constant" in scores else ("frequent", "constant"):
            columns[name] = [None if facet else count
                             for facet, count in zip(scores["facet"], columns[name])]
    return [highest(*row) for row in zip(*columns.values())]


def runs(store):
    """All runs in a store, by fingerprint."""
    folders = (folder for folder in pathlib.Path(store).iterdir()
               if (folder / "spec.textproto").exists())
    return [Run(folder) for folder in sorted(folders)]


def run(store, beginning):
    """The one run whose fingerprint begins like this."""
    found = [one for one in runs(store) if one.fingerprint.startswith(beginning)]
    if len(found) != 1:
        raise KeyError(f"{store}: {len(found)} runs begin with {beginning!r}")
    return found[0]


def results(folder):
    """Columns of a paper's scores.tsv; `settings` as a dictionary for each row."""
    table = _tsv(pathlib.Path(folder) / "scores.tsv")
    table["settings"] = [dict(part.split("=", 1) for part in text.split(";") if part)
                         for text in table["settings"]]
    return table
