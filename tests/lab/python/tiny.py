"""Tiny runs for the tests of this folder."""
import pathlib
import subprocess
import tempfile
import unittest

import lab_engine

PROGRAM = ""  # of `lab`; `run` sets it
SPEC = """
task { sorting { values: 9 } difficulty { low: 1 high: 6 } }
hint { list_hint { kind: SUCCESSOR } }
model { width: 32 heads: 4 blocks: 2 max_positions: 40 initial_scale: 2 positions: LEARNED }
train { steps: 60 batch: 8 warmup: 5 learning_rate: 1e-2 checkpoint_every: 20 log_every: 10
        average_decay: 0.9 keep: ALL }
score { examples: 20 difficulties: [3, 6] every: 30 pools: [TRAIN, TEST] }
"""
LONG = ["train.steps=100000", "train.log_every=5"]  # never to the end


class Case(unittest.TestCase):
    """With a folder of its own, one run in its store, and that run opened."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.store = cls.folder / "store"
        cls.spec = cls.folder / "tiny.textproto"
        cls.spec.write_text(SPEC, encoding="utf-8")
        cls.trained = lab_engine.train(cls.spec, store=cls.store, threads=2)
        cls.model = cls.trained.open(threads=2)

    def lab(self, *words, store=None):
        """What the program writes."""
        done = subprocess.run([PROGRAM, *map(str, words), "--store", str(store or self.store)],
                              text=True, check=False, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refuses(self, words, call, kind=lab_engine.Error):
        """The call raises, and says all of these words."""
        with self.assertRaises(kind) as raised:
            call()
        for word in words:
            self.assertIn(word, str(raised.exception))
