"""lab_runs: stores, specs and papers' scores as tables. What it reads is held against `lab`."""
import json
import re
import shutil
import time
import unittest
import warnings

import lab_engine
import lab_runs
from run_root import ROOT
from tiny import Case

try:
    import pandas
except ImportError:
    pandas = None

SPECS = ['seed=3', 'name="h\\303\\251 \\"two\\""', "train.learning_rate=3e-4",
         "model.tied_embeddings=false", "hint+={parity { max_bits: 40 } weight: 2}",
         "train.frozen=[block.0, final_norm]",
         'task.coverage+={fragment: "neighbours" share: 0.7}', "score.pools=[COVERED]"]


SHORT = ["train.steps=1", "train.warmup=0"]


class Reader(Case):
    def test_specs_are_read_as_the_program_reads_them(self):
        store = self.folder / "specs"
        settings = [[setting] for setting in SPECS[:-2]] + [SPECS]
        for sets in settings:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                run = lab_engine.train(self.spec, store=store, set=[*sets, *SHORT],
                                       callback=lambda report: False)
            shown = json.loads(self.lab("runs", "show", run.fingerprint, "--json",
                                        store=store))["spec"]
            self.assertEqual(set(run.settings), set(shown))
            for path, value in run.settings.items():
                self.same(value, shown[path], path)

    def same(self, value, shown, path):
        self.assertEqual(list(value) if isinstance(value, tuple) else value, shown, path)
        self.assertEqual(isinstance(value, bool), isinstance(shown, bool), path)

    def test_a_spec_is_a_tree(self):
        spec = self.trained.spec
        self.assertEqual(spec["train"]["steps"], 60)
        self.assertEqual(spec["hint"][0]["list_hint"]["kind"], "SUCCESSOR")
        self.assertEqual(spec["score"]["pools"], ["TRAIN", "TEST"])
        self.assertEqual(self.trained.settings["score.pools"], ("TRAIN", "TEST"))
        self.assertIn("kind: SUCCESSOR", self.trained.spec_text)
        text = 'a: "\\303\\251 \\"x\\"" # no\n b <c: 1e-3 ; c: -2> d { e: [1, 2], } f: true hint {}'
        self.assertEqual(lab_runs.parsed_spec(text), {
            "a": 'é "x"', "b": {"c": [0.001, -2]}, "d": {"e": [1, 2]}, "f": True, "hint": [{}]})
        for broken in ("a {", "a: ", "a: [1", "a }", "a: {b: 1", 'a: "', "a: 1 ]", "\u00e9: ="):
            with self.assertRaises(ValueError, msg=broken):
                lab_runs.parsed_spec(broken)

    def test_blocks_that_may_come_often_are_known(self):
        schema = (ROOT / "lab" / "spec" / "spec.proto").read_text(encoding="utf-8")
        messages = set(re.findall(r"^message (\w+)", schema, re.M))
        messages |= set(re.findall(r"^\s+message (\w+)", schema, re.M))
        often = {name for kind, name in re.findall(r"repeated (\w+) (\w+) =", schema)
                 if kind in messages}
        self.assertEqual(often - {"axis", "exclude", "value"}, lab_runs._LISTS)  # those: of sweeps

    def test_every_state_is_told_as_lab_runs_tells_it(self):
        store = self.folder / "states"
        shutil.copytree(self.trained.folder, store / self.trained.fingerprint)
        for number, change in enumerate(("waiting", "unscored", "failed", "broken")):
            run = lab_engine.train(self.spec, store=store, set=[f"seed={number + 10}",
                                                                *SHORT])
            manifest = run.folder / "manifest.json"
            if change == "waiting":
                manifest.unlink()
            elif change == "unscored":
                (run.folder / "scores.tsv").unlink()
            elif change == "failed":
                manifest.write_text(manifest.read_text().replace('"finished"', '"failed"', 1))
            else:
                manifest.write_text("{")
        ours = {run.fingerprint: run.status for run in lab_runs.runs(store)}
        theirs = {run["fingerprint"]: run["status"].split(",")[0] for run in
                  json.loads(self.lab("runs", "--json", store=store))}
        unreadable, = set(ours) - set(theirs)
        self.assertEqual(ours.pop(unreadable), "unreadable")
        self.assertEqual(ours, theirs)
        self.assertEqual(sorted(ours.values()), ["failed", "finished", "interrupted", "waiting"])
        table = lab_runs.runs_table(store)
        self.assertEqual(len(table["status"]), 5)
        self.assertEqual(set(lab_runs.scores_table(store)["fingerprint"]),
                         {run.fingerprint for run in lab_runs.runs(store)
                          if (run.folder / "scores.tsv").exists()})

    def test_a_run_without_scores_or_steps_has_tables_without_rows(self):
        run = lab_runs.Run(self.folder / "none")
        for table, columns in (run.scores(), ("solved", "different")), (run.steps(), ("loss",)):
            for column in columns:
                self.assertEqual(len(table[column]), 0)
        self.assertEqual(run.status, "waiting")
        self.assertEqual(run.checkpoints(), [])

    def test_defaults_are_the_programs(self):
        fields = lab_engine.fields(self.trained)
        self.assertEqual(fields["model.loops"], "1")
        self.assertEqual(lab_engine.fields(self.spec), fields)
        for path in ("model.blocks", "model.hidden", "train.lanes", "task.lengths"):
            exported = self.lines_of("runs", "export", self.trained.fingerprint, "--field", path)
            self.assertEqual(fields[path], exported[1].split("\t")[3])
        table = lab_runs.runs_table(self.store, defaults=True)
        self.assertEqual(set(table["model.loops"]), {1})
        self.assertEqual(set(table["model.width"]), {32})

    def lines_of(self, *words):
        return self.lab(*words).split("\n")

    @unittest.skipUnless(pandas, "no pandas (Debian package python3-pandas)")
    def test_tables_can_be_grouped(self):
        results = lab_runs.results(ROOT / "results" / "task_hinting")
        self.assertGreater(results.groupby("settings")["solved"].sum().size, 3)
        self.assertGreater(results.groupby("hint", dropna=False)["solved"].sum().size, 2)
        rows = results[results["hint"] == "identity_successor"]
        self.assertTrue(rows["settings"].str.contains("hint=identity_successor").all())
        for paper in (ROOT / "results").iterdir():
            if (paper / "scores.tsv").exists():
                self.assertGreater(len(lab_runs.results(paper).groupby("settings").size()), 0)
        store = self.folder / "grouped"
        shutil.copytree(self.trained.folder, store / self.trained.fingerprint)
        lab_engine.train(self.spec, set=["model.width=16", *SHORT], store=store)
        scores = lab_runs.scores_table(store)
        self.assertEqual(set(scores.groupby("model.width")["asked"].sum().index), {16, 32})
        runs = lab_runs.runs_table(store)
        self.assertEqual(set(runs.groupby("score.pools").size().index), {("TRAIN", "TEST")})

    def test_a_store_of_a_thousand_runs_is_a_table(self):
        store = self.folder / "thousand"
        for number in range(1000):
            folder = store / f"{number:016x}"
            folder.mkdir(parents=True)
            for name in ("manifest.json", "scores.tsv"):
                shutil.copy(self.trained.folder / name, folder)
            (folder / "spec.textproto").write_text(self.trained.spec_text + f"seed: {number}\n")
        begun = time.perf_counter()
        table = lab_runs.runs_table(store)
        took = time.perf_counter() - begun
        scores = lab_runs.scores_table(store)
        print(f"a table of 1,000 runs ({type(table).__module__.split('.')[0]}): {took:.2f} s, of "
              f"their {len(scores['solved'])} scores: {time.perf_counter() - begun - took:.2f} s")
        self.assertEqual(len(table["fingerprint"]), 1000)
        self.assertEqual(set(table["model.width"]), {32})
        self.assertEqual(len(scores["solved"]), 1000 * len(self.trained.scores()["solved"]))
