"""What is written to be tried works: the notebook, and the lines of lab/python/README.md."""
import contextlib
import io
import json
import os
import re
import textwrap
import unittest

import lab_runs
from run_root import ROOT
from tiny import Case

FOLDER = ROOT / "lab" / "python"


class Written(Case):
    def test_the_notebook_runs_from_top_to_bottom(self):
        notebook = json.loads((FOLDER / "tour.ipynb").read_text(encoding="utf-8"))
        names, said = {"__name__": "__main__"}, io.StringIO()
        for number, cell in enumerate(notebook["cells"]):
            self.assertFalse(cell.get("outputs"), f"cell {number}: outputs are not kept")
            if cell["cell_type"] == "code":
                with contextlib.redirect_stdout(said):
                    exec(compile("".join(cell["source"]), f"cell {number}", "exec"), names)
        self.assertIn("the probe's numbers, to the bit", said.getvalue())
        self.assertIn(" of 300 solved", said.getvalue())

    def test_the_example_of_the_front_page_runs(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        code, = re.findall(r"  ```python\n(.*?)  ```", text, re.S)
        code = textwrap.dedent(code).replace('"results/runs"', "STORE")
        code = code.replace("train.steps=300", "train.steps=200")
        before = os.getcwd()
        os.chdir(ROOT)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, "README.md", "exec"), {"STORE": str(self.store)})
        finally:
            os.chdir(before)

    @unittest.skipUnless(lab_runs.pandas, "no pandas (Debian package python3-pandas)")
    def test_the_readmes_lines_run(self):
        text = (FOLDER / "README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```python\n(.*?)```", text, re.S)
        self.assertGreater(len(blocks), 4)
        code = "\n".join(blocks).replace('"results/runs", "3f"', 'STORE, run.fingerprint[:4]')
        code = code.replace('"results/runs"', "STORE").replace('store="runs"', "store=STORE")
        code = code.replace("train.steps=500", "train.steps=200").replace("step=1000", "step=60")
        code = code.replace("difficulty=20, count=300", "difficulty=6, count=30")
        code = code.replace("model = lab_engine.open(run)", "model = lab_engine.open(tiny)")
        names = {"STORE": str(self.store), "run": self.trained, "tiny": self.trained}
        before = os.getcwd()
        os.chdir(ROOT)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, "lab/python/README.md", "exec"), names)
        finally:
            os.chdir(before)
        self.assertEqual(names["trace"]["block.0.mixed"].shape[1:], (4, 8))
        self.assertIn("gains", names)
