"""lab_engine.train is `lab train`: the same bits, the same stops."""
import multiprocessing
import os
import signal
import subprocess
import sys
import warnings

import lab_engine
import lab_runs
from tiny import LONG, Case

CHILD = """
import sys
sys.path[:0] = {path!r}
import lab_engine
def report(report):
    print(report.step, flush=True)
try:
    lab_engine.train({spec!r}, set={sets!r}, store={store!r}, threads=2, callback=report)
except KeyboardInterrupt:
    print("interrupted")
"""


def bytes_of(run):
    """All that a run computes: checkpoints and scores."""
    files = [*run.folder.glob("checkpoints/*/*.safetensors"), run.folder / "scores.tsv"]
    return {str(file.relative_to(run.folder)): file.read_bytes() for file in files}


def forward_in_child(model, texts, queue):
    queue.put(float(model.forward(texts).logits.sum()))


class Training(Case):
    def test_it_gives_the_bits_of_lab_train(self):
        other = self.folder / "other"
        self.lab("train", self.spec, "--threads", 1, "--quiet", store=other)
        theirs, = lab_runs.runs(other)
        self.assertEqual(theirs.fingerprint, self.trained.fingerprint)
        self.assertEqual(len(bytes_of(theirs)), 7)
        self.assertEqual(bytes_of(theirs), bytes_of(self.trained))

    def test_the_callback_hears_of_every_line_of_the_log(self):
        reports = []
        lab_engine.train(self.spec, set=["seed=5"], store=self.store, callback=reports.append)
        steps = [report.step for report in reports]
        self.assertLessEqual({10, 20, 30, 40, 50, 60}, set(steps))
        self.assertEqual(steps, sorted(set(steps)))
        self.assertTrue(all(report.steps == 60 and report.loss > 0 for report in reports))

    def test_a_callback_that_raises_stops_with_the_state_saved_and_the_same_bits_come_out(self):
        store = self.folder / "raises"

        def callback(report):
            if report.step >= 30:
                raise ValueError("enough")
        with self.assertRaises(ValueError) as raised:
            lab_engine.train(self.spec, store=store, callback=callback)
        self.assertIn("its state is saved; train it again to go on",
                      " ".join(raised.exception.__notes__))
        run, = lab_runs.runs(store)
        self.assertEqual((run.status, run.manifest["step"]), ("stopped", 30))
        self.assertEqual(list(run.steps()["step"]), [10, 20, 30])
        again = lab_engine.train(run, store=store)
        self.assertEqual(again.status, "finished")
        self.assertLessEqual(bytes_of(self.trained).items(), bytes_of(again).items())

    def test_a_callback_that_says_false_stops(self):
        run = lab_engine.train(self.spec, set=["seed=6"], store=self.store,
                               callback=lambda report: report.step < 20)
        self.assertEqual((run.status, run.manifest["step"]), ("stopped", 20))
        self.assertEqual(run.checkpoints(), [20])

    def started(self, sets, store):
        """A process that trains, after its first report."""
        script = CHILD.format(path=sys.path, spec=str(self.spec), sets=sets, store=str(store))
        child = subprocess.Popen([sys.executable, "-c", script], text=True, stdout=subprocess.PIPE)
        self.addCleanup(child.stdout.close)
        child.stdout.readline()
        return child

    def stopped_by(self, number, store):
        child = self.started(LONG, store)
        child.send_signal(number)
        said = child.communicate(timeout=60)[0].split()
        run, = lab_runs.runs(store)
        self.assertEqual(run.status, "stopped")
        self.assertIn(run.manifest["step"], run.checkpoints())
        return child.returncode, said

    def test_ctrl_c_saves_the_state(self):
        code, said = self.stopped_by(signal.SIGINT, self.folder / "interrupted")
        self.assertEqual((code, said[-1]), (0, "interrupted"))

    def test_what_ends_a_process_ends_it_when_the_state_is_saved(self):
        code, said = self.stopped_by(signal.SIGTERM, self.folder / "ended")
        self.assertEqual(code, -signal.SIGTERM)
        self.assertNotIn("interrupted", said)

    def test_signals_are_pythons_again_afterwards(self):
        self.assertIs(signal.getsignal(signal.SIGINT), signal.default_int_handler)
        with self.assertRaises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            signal.sigtimedwait([], 5)

    def test_a_run_that_is_being_trained_is_seen_and_left_alone(self):
        store, sets = self.folder / "under_way", [*LONG, "train.checkpoint_every=100000"]
        child = self.started(sets, store)
        try:
            run, = lab_runs.runs(store)
            self.assertEqual(run.status, "running")
            self.assertEqual(len(run.scores()["solved"]), 0)
            self.assertEqual(list(lab_runs.runs_table(store)["status"]), ["running"])
            self.assertEqual(len(lab_runs.scores_table(store)["solved"]), 0)
            self.refuses([f"another process (pid {child.pid} on ", "works on this run", "wait for it"],
                         lambda: lab_engine.train(self.spec, set=sets, store=store))
            self.refuses(["no checkpoint yet", "`lab train"], run.open)
        finally:
            child.send_signal(signal.SIGINT)
            child.communicate(timeout=60)
        run, = lab_runs.runs(store)
        self.assertEqual(run.open().step, run.manifest["step"])

    def test_a_process_trains_one_run_at_a_time(self):
        def callback(_):
            lab_engine.train(self.spec, set=["seed=8"], store=self.store)
        self.refuses(["one at a time"], lambda: lab_engine.train(
            self.spec, set=["seed=7"], store=self.store, callback=callback))
        run = lab_engine.train(self.spec, set=["seed=7"], store=self.store)
        self.assertEqual(run.status, "finished")

    def test_what_is_wrong_is_said_with_its_place(self):
        train = lab_engine.train
        self.refuses(["spec:1:", "wdith", "did you mean `width`?"],
                     lambda: train("model { wdith: 3 }", store=self.store))
        self.refuses(["nowhere.textproto"], lambda: train("nowhere.textproto", store=self.store))
        self.refuses(["callback"], lambda: train(self.spec, store=self.store, callback=3))
        self.refuses(["threads", "0"], lambda: train(self.spec, store=self.store, threads=0))
        self.refuses(["model.heads"], lambda: train(self.spec, set=["model.heads=5"],
                                                    store=self.store))
        self.refuses([], lambda: train(7, store=self.store), TypeError)
        with self.assertWarns(UserWarning):
            lab_engine.train(self.spec, store=self.store,
                             set=["score.difficulties=[6, 12]", "train.steps=10"])

    def test_a_process_that_was_forked_works_too(self):
        texts = [[1, 2, 3]] * 20  # more than a thread's
        here = float(self.model.forward(texts).logits.sum())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context = multiprocessing.get_context("fork")
            queue = context.Queue()
            child = context.Process(target=forward_in_child, args=(self.model, texts, queue))
            child.start()
        self.assertEqual(queue.get(timeout=60), here)
        child.join()
