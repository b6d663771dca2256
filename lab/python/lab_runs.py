"""Runs, scores and checkpoints of `lab` in Python. Needs numpy; gives data frames with pandas.

    import lab_runs
    for run in lab_runs.runs("results/runs"):
        print(run.fingerprint, run.status, run.name)
    run = lab_runs.run("results/runs", "3f")      # by the beginning of its fingerprint
    run.spec["model"]["width"], run.settings      # the spec, as a tree and by path
    run.scores(), run.steps()                     # what was solved and asked; loss over training
    run.weights(), run.model, run.vocabulary      # newest checkpoint: {name: array}
    lab_runs.runs_table("results/runs")           # a row a run, its settings as columns
    lab_runs.scores_table("results/runs")         # a row a score, the same columns beside it
    lab_runs.results("results/task_hinting")      # scores.tsv of a paper

One file on purpose: copy it where you need it. Runs that are under way are read as far as they are.
Matrices act on rows: y = x @ weight + bias, with weight in x out; that is how they lie in the file.
run.open() needs the engine, lab_engine, which the wheel brings (README.md beside this).
"""
import ast
import fcntl
import json
import os
import pathlib
import re
import struct
import zlib

import numpy

try:
    import pandas
except ImportError:
    pandas = None

_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "U8": "u1"}
_SCORES = ["step", "task", "pool", "difficulty", "solved", "asked", "different", "chance",
           "frequent", "constant", "nats", "tokens"]
_STEPS = ["step", "loss", "accuracy", "gradient_norm", "learning_rate", "tokens_per_second"]
_NUMBERS = {**dict.fromkeys(["seed", "step", "difficulty", "solved", "asked", "tokens", "different",
                             "frequent", "constant", "exact", "facet_constant"], int),
            "nats": float, "chance": float}
_LISTS = {"hint", "coverage"}  # blocks of a run's spec that may be there several times
_TOKEN = re.compile(r"""\s+|\#[^\n]*|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
                    r"""|(?P<word>[\w.+-]+)|(?P<mark>[{}<>:,;\[\]])""")


def _table(columns):
    return pandas.DataFrame(columns) if pandas else columns


def _columns(rows, names):
    return {name: [row.get(name) for row in rows] for name in names}


def _tsv(file, names=None):
    """The columns of a table; of one that is not there yet `names`, without rows."""
    try:
        lines = pathlib.Path(file).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        if names is None:
            raise
        return {name: [] for name in names}
    names, *rows = (line.split("\t") for line in lines if line)
    columns = dict(zip(names, map(list, zip(*rows)) if rows else ([] for _ in names)))
    for name, number in _NUMBERS.items():
        if name in columns:
            columns[name] = [number(text) if text else None for text in columns[name]]
    return columns


def _value(word):
    """A number, True or False, else the word: an enumerator, say."""
    for number in (int, float):
        try:
            return number(word)
        except ValueError:
            pass
    return {"true": True, "false": False}.get(word, word)


def _text(quoted):
    """What a string in quotes says: bytes beyond ASCII are escaped in it."""
    said = ast.literal_eval(quoted)
    try:
        return said.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said


def _tokens(text):
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            line = text.count("\n", 0, at) + 1
            raise ValueError(f"spec:{line}: wanted protobuf text, found {text[at:at + 20]!r}")
        at = found.end()
        if found.lastgroup:
            yield found.lastgroup, found.group()


def _add(fields, name, value, several):
    if several or name in fields:
        before = fields.get(name, [])
        fields[name] = (before if isinstance(before, list) else [before]) + (
            value if isinstance(value, list) else [value])
    else:
        fields[name] = value


def _scalar(kind, token):
    return _text(token) if kind == "text" else _value(token)


def _list(tokens):
    values = []
    for kind, token in tokens:
        if token == "]":
            return values
        if token != ",":
            values.append(_scalar(kind, token))
    raise ValueError("spec: wanted `]`, found its end")


def _block(tokens, end):
    fields = {}
    for kind, name in tokens:
        if name == end:
            return fields
        if name in (",", ";"):
            continue
        kind, token = next(tokens, (None, None))
        if token == ":":
            kind, token = next(tokens, (None, None))
        if token in ("{", "<"):
            _add(fields, name, _block(tokens, "}" if token == "{" else ">"), name in _LISTS)
        elif token == "[":
            _add(fields, name, _list(tokens), True)
        elif token is None or kind == "mark":
            raise ValueError(f"spec: wanted a value of `{name}`, found {token or 'the end'}")
        else:
            _add(fields, name, _scalar(kind, token), False)
    if end:
        raise ValueError(f"spec: wanted `{end}`, found its end")
    return fields


def parsed_spec(text):
    """The text of a spec as a tree of dictionaries and lists; what it does not set is not there.
    Blocks that may be there several times (hint, coverage) are lists."""
    return _block(_tokens(text), None)


def settings_of(spec, path=""):
    """A tree's values by path as in --set: {"model.width": 64, "hint[0].weight": 0.5}; lists as
    tuples."""
    if isinstance(spec, dict):
        items = ((f"{path}.{name}" if path else name, value) for name, value in spec.items())
    elif spec and isinstance(spec[0], dict):
        items = ((f"{path}[{number}]", value) for number, value in enumerate(spec))
    else:
        return {path: tuple(spec)}
    settings = {}
    for name, value in items:
        settings.update(settings_of(value, name) if isinstance(value, (dict, list)) else
                        {name: value})
    return settings


def _is_claimed(folder):
    """Whether a live process works on a run: it holds a lock, which is looked at, never taken."""
    try:
        claim = os.open(folder / "claim", os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
        found = fcntl.fcntl(claim, fcntl.F_OFD_GETLK, lock)
        return struct.unpack_from("h", found)[0] != fcntl.F_UNLCK
    except (OSError, AttributeError):
        return False
    finally:
        os.close(claim)


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
            raise ValueError(f"{file}: tensor {name} ends at {end}, the file at {len(raw)}: "
                             "cut off?")
        values = numpy.frombuffer(raw[begin:end], _TYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"]).copy()
    if metadata.get("checksum", checksum) != checksum:  # `lab` writes one, other programs do not
        raise ValueError(f"{file}: corrupt: wanted {metadata['checksum']}, found {checksum}")
    return tensors, metadata


class Run:
    """One run's folder; os.fspath(run) is its path."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.fingerprint = self.folder.name
        try:
            text = (self.folder / "manifest.json").read_text(encoding="utf-8")
            self.manifest = json.loads(text)
        except FileNotFoundError:
            self.manifest = {}
        except ValueError:
            self.manifest = None
        self.name = (self.manifest or {}).get("name", "")

    def __repr__(self):
        return f"<Run {self.fingerprint} {self.status} {self.name}>"

    def __fspath__(self):
        return str(self.folder)

    @property
    def status(self):
        """finished, running, interrupted, stopped, failed, waiting or unreadable, as `lab runs` has
        it, by what the manifest said when this object was made."""
        if self.manifest is None:
            return "unreadable"
        noted = self.manifest.get("status", "waiting")
        if noted == "finished" and (self.folder / "scores.tsv").exists():
            return "finished"
        if _is_claimed(self.folder):
            return "running"
        return "interrupted" if noted in ("running", "finished") else noted

    @property
    def spec_text(self):
        """The text of the spec."""
        return (self.folder / "spec.textproto").read_text(encoding="utf-8")

    @property
    def spec(self):
        """The spec as a tree: run.spec["train"]["steps"]. See parsed_spec."""
        return parsed_spec(self.spec_text)

    @property
    def settings(self):
        """What the spec sets, by path as in --set: {"train.steps": 500}. See settings_of."""
        return settings_of(self.spec)

    def open(self, **options):
        """The trained model, ready to be asked: lab_engine.open(run, step=, threads=)."""
        try:
            import lab_engine
        except ImportError as error:
            raise ImportError("lab_engine is not installed: `pip install .` in the checkout of lab "
                              "builds it (lab/python/README.md)") from error
        return lab_engine.open(self, **options)

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
        frequent, constant, nats, tokens, exact, facet, facet_constant; without rows of a run
        that was not scored yet.

        `different` of those asked are different questions: a share's interval rests on them, not on
        `asked`. What is reached without having learned: `chance` (of one), `frequent` and
        `constant` (of those asked; see guess_levels). Of one value of a facet `constant` is the
        share that the best answer has of all questions, of those asked here; `facet_constant` the
        best for this value, which only who knows the value can give. None where the run does not
        know, as an older one.
        """
        return _table(_tsv(self.folder / "scores.tsv", _SCORES))

    def steps(self):
        """Columns of steps.jsonl: step, loss, accuracy, gradient_norm, learning_rate, ..."""
        file = self.folder / "steps.jsonl"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        rows = [json.loads(line) for line in text.split("\n")[:-1]]  # what follows is half a line
        return _table(_columns(rows, list(rows[0]) if rows else _STEPS))

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


def _row(one, defaults):
    """What a table says of a run: how it is, and its settings."""
    noted = one.manifest or {}
    settings = one.settings
    if defaults:
        import lab_engine
        settings = {path: _value(text) for path, text in lab_engine.fields(one).items()} | settings
    return {"fingerprint": one.fingerprint, "name": one.name or settings.get("name", ""),
            "status": one.status, "seed": noted.get("seed", settings.get("seed", 0)),
            "step": noted.get("step", 0), "steps": noted.get("steps", settings.get("train.steps")),
            "loss": noted.get("final_loss", {}).get("mean"),
            "diverged": noted.get("final_loss", {}).get("diverged"),
            "wall_seconds": noted.get("wall_seconds")}, {
                path: value for path, value in settings.items() if path not in ("name", "seed")}


def runs_table(store, defaults=False):
    """A row for each run of a store: fingerprint, name, status, seed, step, steps, loss (the last
    logged, of finished runs), whether it diverged, wall_seconds, then a column for each field that
    some spec sets, by its path; None where a run leaves it at its default, or the default with
    defaults=True, which needs lab_engine. Any column of a data frame can be grouped by."""
    rows = [noted | settings for noted, settings in (_row(one, defaults) for one in runs(store))]
    return _table(_columns(rows, dict.fromkeys(name for row in rows for name in row)))


def scores_table(store, fields=None, defaults=False):
    """A row for each score of a store: fingerprint, name, status, seed, the fields of the specs
    that are named (if none are, all in which the runs differ), and the columns of Run.scores()."""
    found = [(one, *_row(one, defaults)) for one in runs(store)]
    if fields is None:
        paths = dict.fromkeys(path for _, _, settings in found for path in settings)
        fields = [path for path in paths if len({row.get(path) for _, _, row in found}) > 1]
    rows, first = [], ["fingerprint", "name", "status", "seed"]
    for one, noted, settings in found:
        before = {name: noted[name] for name in first}
        before |= {path: settings.get(path) for path in fields}
        columns = _tsv(one.folder / "scores.tsv", _SCORES)
        rows += [before | dict(zip(columns, values)) for values in zip(*columns.values())]
    names = dict.fromkeys([*first, *fields, *_SCORES])
    return _table(_columns(rows, names | dict.fromkeys(name for row in rows for name in row)))


def results(folder):
    """Columns of a paper's scores.tsv. `settings` is the text, axis=value;axis=value; each axis has
    a column of its own, too, None where a row's sweep has no such axis; setting.AXIS where another
    column is called like the axis."""
    columns = _tsv(pathlib.Path(folder) / "scores.tsv")
    rows = [dict(part.split("=", 1) for part in text.split(";") if part)
            for text in columns["settings"]]
    for axis in dict.fromkeys(name for row in rows for name in row):
        columns[f"setting.{axis}" if axis in columns else axis] = [
            _value(row[axis]) if axis in row else None for row in rows]
    return _table(columns)
