"""Models that are looked into: activations, functions in their place, logits, answers."""
import gc
import json
import resource
import sys
import threading

import lab_engine
import lab_runs
import numpy as np
import reference_forward
import trained
from tiny import Case

NUMBERS = ("mean1", "rstd1", "mean2", "rstd2", "mean", "rstd", "scale")


def can_be_changed(name):
    return name.rsplit(".", 1)[-1] not in NUMBERS


def other_values(x):
    """Something else of the same shape; attention that looks at all before it alike."""
    if isinstance(x, list):
        return [np.tril(np.ones_like(w)) / np.arange(1, w.shape[1] + 1)[None, :, None] for w in x]
    return np.roll(x, 1, axis=0)


def as_lists(x):
    return [np.asarray(w, np.float32).tolist() for w in (x if isinstance(x, list) else [x])]


class Looks(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.questions = cls.model.lesson.questions("test", count=20)
        cls.trace = cls.model.forward(cls.questions)

    def forward(self, hooks):
        return self.model.forward(self.questions, hooks)

    def test_every_activation_has_its_name_and_shape(self):
        sizes = {"N": sum(len(q.tokens) for q in self.questions)}
        self.assertEqual(list(self.trace), list(self.model.names()))
        self.assertEqual(len(self.trace), 2 * 16 + 5)
        for name, shape in self.model.names().items():
            self.assertIn(name, self.trace)
            values = self.trace[name]
            if "T" in shape:
                self.assertEqual([w.shape for w in values],
                                 [(4, len(q.tokens), len(q.tokens)) for q in self.questions])
            else:
                self.assertEqual(values.shape, tuple(sizes.get(size, size) for size in shape))
        self.assertEqual(self.trace["block.1.hidden"].shape[1], self.model.hidden)

    def test_activations_are_what_they_are_called(self):
        trace, weights = self.trace, self.trained.weights()
        for block in ("block.0.", "block.1."):
            self.near(trace[block + "normed1"], reference_forward.layer_norm(
                trace[block + "input"], weights, block + "norm1"))
            flat = trace[block + "mixed"].reshape(len(trace.logits), -1)
            self.near(trace[block + "middle"], trace[block + "input"] + reference_forward.linear(
                flat, weights, block + "mix"))
            self.near(trace[block + "hidden"], reference_forward.linear(
                trace[block + "normed2"], weights, block + "expand"))
            self.near(trace[block + "active"], reference_forward.gelu(trace[block + "hidden"]))
            for text, look in enumerate(trace[block + "weights"]):
                self.near(look.sum(axis=2), np.ones(look.shape[:2]))
                rows = trace.rows(text)
                self.near(trace[block + "mixed"][rows],
                          np.einsum("hts,shd->thd", look, trace[block + "value"][rows]))
        self.near(trace["block.1.rstd2"], 1 / np.sqrt(trace["block.1.middle"].var(axis=1) + 1e-5))
        self.near(trace["normed"], reference_forward.layer_norm(trace["stream"], weights,
                                                                "final_norm"))

    def near(self, found, wanted):
        np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-4)

    def test_the_same_logits_in_numpy_pytorch_and_here(self):
        weights = {name: array.astype(np.float64) for name, array in self.trained.weights().items()}
        texts = [list(map(int, q.tokens)) for q in self.questions]
        ours = self.model.logits(texts)
        theirs = {"numpy": [reference_forward.forward(text, self.trained.model, weights)
                            for text in texts]}
        try:
            import peer
            import torch
        except ImportError:
            print("no PyTorch (Debian package python3-torch): not compared with it")
        else:
            shape = self.trained.model
            model = peer.Transformer({**shape, "length": shape["max_positions"]})
            tensors = {name: torch.tensor(np.ascontiguousarray(array)) for name, array in
                       trained.peer_tensors(shape, self.trained.weights()).items()}
            model.load_state_dict(tensors, strict=False)
            with torch.no_grad():
                theirs["PyTorch"] = [model(torch.tensor([text]))[0].numpy() for text in texts]
        for who, logits in theirs.items():
            largest = max(np.abs(one).max() for one in logits)
            apart = max(np.abs(a - b).max() for a, b in zip(ours, logits)) / largest
            print(f"{apart:.1e} of the largest logit between {who} and lab_engine")
            self.assertLess(apart, 1e-4)
        for text, logits in enumerate(ours):
            np.testing.assert_array_equal(logits, self.trace.logits[self.trace.rows(text)])
        asked = json.loads(self.lab("ask", self.trained.fingerprint, "7 3 9 9 1 4", "--logits"))
        np.testing.assert_array_equal(self.model.logits([asked["tokens"]])[0],
                                      np.array(asked["logits"], np.float32))

    def test_functions_that_change_nothing_leave_every_bit(self):
        called = []
        hooks = {name: lambda x, place: called.append(place.name)
                 for name in self.model.names() if can_be_changed(name)}
        same = self.forward(hooks)
        self.assertEqual(called, list(hooks))
        for name in self.trace:
            self.assertEqual(as_lists(same[name]), as_lists(self.trace[name]), name)

    def test_whatever_is_put_in_place_is_what_the_pass_goes_on_with(self):
        for name in filter(can_be_changed, self.model.names()):
            wanted = other_values(self.trace[name])

            def change(x, place):
                for part, other in zip(x, wanted):
                    part[...] = other
            for hook in (lambda x, place: other_values(x), change, wanted):
                other = self.forward({name: hook})
                self.assertEqual(as_lists(other[name]), as_lists(wanted), name)
                self.assertFalse((other.logits == self.trace.logits).all(), name)
            before = list(self.trace)[:list(self.trace).index(name)]
            for earlier in filter(can_be_changed, before):
                self.assertEqual(as_lists(other[earlier]), as_lists(self.trace[earlier]), earlier)

    def test_all_of_another_text_put_in_place_says_what_that_text_says(self):
        pairs = self.model.lesson.pairs(count=20)
        other = self.model.forward([pair.changed for pair in pairs])
        for name in ("block.0.input", "block.1.input", "stream", "normed"):
            patched = self.model.forward([pair.text for pair in pairs], {name: other[name]})
            np.testing.assert_array_equal(patched.logits, other.logits)

    def test_patching_a_head_gives_the_number_of_lab_probe(self):
        pairs = self.model.lesson.pairs(count=30)
        texts = [pair.text for pair in pairs]
        clean = self.model.forward(texts)
        other = self.model.forward([pair.changed for pair in pairs])
        cells = {(cell["measure"], cell["row"], cell["column"]): cell
                 for cell in self.model.probe("patch", count=30)}
        table = json.loads(self.lab("probe", self.trained.fingerprint, "patch", "--examples", 30,
                                    "--no-figure", "--json"))
        rounded = {(row["measure"], row["row"], row["column"]): row["value"] for row in table}
        compared = 0
        for place in ("changed item", "asked row"):
            which = [b for b, pair in enumerate(pairs) if place in pair.places]
            for layer in range(self.model.layers):
                name = f"block.{layer}.mixed"
                source = other[name]
                for head in range(self.model.heads):
                    def patch(mixed, at):
                        for b in which:
                            rows = at.starts[b] + np.array(pairs[b].places[place])
                            mixed[rows, head] = source[rows, head]
                    patched = self.model.forward(texts, {name: patch})
                    gains = [patched.outcome(b, pairs[b].expected_changed)[0] -
                             clean.outcome(b, pairs[b].expected_changed)[0] for b in which]
                    key = (f"heads at {place} probability", f"block {layer + 1}",
                           f"head {head + 1}")
                    cell = cells[key]
                    self.assertEqual(lab_engine.mean_t(gains),
                                     (cell["value"], cell["low"], cell["high"]), key)
                    self.assertEqual(rounded[key], round(cells[key]["value"], 4))
                    compared += any(gains)
        self.assertGreater(compared, 8)

    def test_an_ablation_by_the_mean_is_a_function_of_one_line(self):
        def by_mean(active, place):
            active[:] = active.mean(axis=0)
        other = self.forward({"block.1.active": by_mean})
        self.assertEqual(len(np.unique(other["block.1.active"], axis=0)), 1)

    def test_questions_are_those_of_lab_sample(self):
        for words, found in (
                (["--pool", "test", "--difficulty", 5],
                 self.model.lesson.questions("test", difficulty=5, count=7)),
                (["--pool", "train", "--task", "successor"],
                 self.model.lesson.questions("train", count=7, task="successor")),
                ([], lab_engine.lesson(self.spec).training(7))):
            lines = [json.loads(line) for line in self.sample(*words)]
            self.assertEqual([(line["task"], line["pool"], line["prompt"], line["answer"],
                               line["facets"]) for line in lines],
                             [(q.task, q.pool, q.prompt_text, q.answer_text, q.facets)
                              for q in found])
            lesson = self.model.lesson
            self.assertEqual([lesson.text(q.prompt) for q in found],
                             [q.prompt_text for q in found])
            self.assertTrue(all(lesson.solves(q.prompt, q.answer, q.task) for q in found))
        self.assertEqual(self.model.lesson.pools(), ["train", "validate", "test"])

    def sample(self, *words):
        import subprocess
        import tiny
        return subprocess.run([tiny.PROGRAM, "sample", str(self.spec), "-n", "7", "--json",
                               *map(str, words)], text=True, check=True,
                              capture_output=True).stdout.splitlines()

    def test_answers_are_those_of_lab_ask(self):
        for prompt in ("7 3 9 9 1 4", "2", "5 5"):
            asked = json.loads(self.lab("ask", self.trained.fingerprint, prompt, "--json"))
            said = self.model.ask(prompt)
            self.assertEqual({key: said[key] for key in ("prompt", "answer", "solved")},
                             {key: asked[key] for key in ("prompt", "answer", "solved")})
            decoded, = self.model.decode([said["prompt"]], 20)
            answer = said["answer_tokens"].tolist()  # ends where the task's answers end at most
            self.assertEqual(decoded.tolist()[:len(answer)], answer)

    def test_any_checkpoint_can_be_opened(self):
        early = lab_engine.open(self.trained.fingerprint[:6], store=self.store, step=20)
        self.assertEqual((early.step, self.model.step), (20, 60))
        self.assertFalse((early.forward(self.questions).logits == self.trace.logits).all())

    def test_arrays_outlive_what_they_came_from(self):
        model = self.trained.open(threads=1)
        trace = model.forward(self.questions)
        array, weights, lesson = trace["block.1.mixed"], trace["block.0.weights"], model.lesson
        before, looks = array.copy(), [w.copy() for w in weights]
        del model, trace
        gc.collect()
        self.trained.open().forward(self.questions * 5)
        np.testing.assert_array_equal(array, before)
        self.assertEqual(as_lists(weights), as_lists(looks))
        self.assertTrue(array.flags.owndata and array.flags.writeable)
        self.assertEqual(lesson.tasks, ["sorting", "successor"])

    def test_what_a_function_keeps_stays_as_it_was(self):
        kept = []
        self.forward({"block.0.mixed": lambda x, place: kept.append(x)})
        np.testing.assert_array_equal(kept[0], self.trace["block.0.mixed"])

    def test_many_threads_ask_one_model(self):
        found = []

        def ask():
            for _ in range(20):
                found.append((self.model.forward(self.questions).logits ==
                              self.trace.logits).all())
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [True] * 80)

    def test_ten_thousand_passes_leave_nothing_behind(self):
        def zero(mixed, place):
            mixed[:] = 0

        def passes(count):
            for _ in range(count):
                trace = self.model.forward(texts, {"block.1.mixed": zero, "block.0.weights": same})
                trace["block.0.active"], trace["block.1.weights"]

        def same(weights, place):
            return None
        texts = [[1, 2, 3, 4], [5, 6]]
        passes(500)
        gc.collect()
        before, references = memory_of_this(), sys.getrefcount(zero)
        passes(10_000)
        gc.collect()
        grown = memory_of_this() - before
        print(f"10,000 passes: {grown / 1e6:.2f} MB more")
        self.assertLess(grown, 4e6)
        self.assertEqual(sys.getrefcount(zero), references)

    def test_what_is_wrong_is_said_with_its_place(self):
        model, questions = self.model, self.questions
        forward = model.forward
        rows = len(self.trace.logits)
        self.refuses(["texts[1]", "0..12", "99 at place 2"], lambda: forward([[1], [1, 2, 99]]))
        self.refuses(["texts[0]", "-1"], lambda: forward([[-1]]))
        self.refuses(["texts[0]", "at most 40", "41"], lambda: forward([[1] * 41]))
        self.refuses(["texts[0]", "float64"], lambda: forward([[1.5]]))
        self.refuses(["texts[0]", "`q`"], lambda: forward(["<sort> q"]))
        self.refuses(["texts", "[text]"], lambda: forward("<sort> 3"))
        self.refuses(["texts", "[text]"], lambda: forward([1, 2]))
        self.refuses(["texts", "[text]"], lambda: forward(questions[0]))
        self.refuses(["texts", "none"], lambda: forward([]))
        self.refuses(["texts[0]", "none"], lambda: forward([[]]))
        self.refuses(["texts", "NoneType"], lambda: forward(None))
        self.refuses(["texts[0]", "(3, 4)"], lambda: forward(np.zeros((2, 3, 4), int)))
        self.refuses(["hooks", "did you mean `block.0.mixed`?"],
                     lambda: self.forward({"block.0.mixd": 0}))
        self.refuses(["hooks", "dictionary"], lambda: self.forward([1]))
        self.refuses(["hooks['block.0.mixed']", f"({rows}, 4, 8)", f"({rows}, 32)"],
                     lambda: self.forward({"block.0.mixed": lambda x, at: x.reshape(rows, 32)}))
        self.refuses(["hooks['block.0.mixed']", "complex64"],
                     lambda: self.forward({"block.0.mixed": lambda x, at: x * 1j}))
        self.refuses(["hooks['block.0.weights'][0]", "above the diagonal"], lambda: self.forward(
            {"block.0.weights": lambda x, at: [np.ones_like(w) for w in x]}))
        self.refuses(["hooks['block.0.weights']", "20 arrays"],
                     lambda: self.forward({"block.0.weights": lambda x, at: x[1:]}))
        self.refuses(["hooks['block.0.mean1']", "only be read"],
                     lambda: self.forward({"block.0.mean1": 0}))
        self.refuses(["no activation `block.7.mixed`"], lambda: self.trace["block.7.mixed"])
        self.refuses(["text", "0..19"], lambda: self.trace.rows(20))
        self.refuses(["row", "40"], lambda: self.trace.outcome(0, 1, row=40))
        self.refuses(["token", "0..12"], lambda: self.trace.outcome(0, 13))
        self.refuses(["limit"], lambda: model.decode([[1]], 0))
        self.refuses(["prompts[0]", "40 positions"], lambda: model.decode([[1] * 30], 12))
        self.refuses(["pool", "did you mean `test`?"], lambda: model.lesson.questions("tst"))
        self.refuses(["has no pool ii"], lambda: model.lesson.questions("ii"))
        self.refuses(["difficulty", "0"], lambda: model.lesson.questions(difficulty=0))
        self.refuses(["count", "0"], lambda: model.lesson.questions(count=0))
        self.refuses(["`sort`"], lambda: model.lesson.questions(task="sort"))
        self.refuses(["no probe `pach`", "did you mean `patch`?"], lambda: model.probe("pach"))
        self.refuses(["step", "20, 40, 60", "7"], lambda: self.trained.open(step=7))
        self.refuses(["threads", "0"], lambda: self.trained.open(threads=0))
        self.refuses(["mean_t", "none"], lambda: lab_engine.mean_t([]))
        self.refuses(["no run `zz`"], lambda: lab_engine.open("zz", store=self.store))
        odd = bytes(self.folder) + b"/h\xe9"
        self.refuses(["h\\xe9", "no run `zz`"], lambda: lab_engine.open("zz", store=odd))
        self.refuses([], lambda: self.forward({"block.0.mixed": lambda x: x}), TypeError)

    def test_a_function_that_raises_says_where_it_stood(self):
        def broken(mixed, place):
            raise ZeroDivisionError("mine")
        with self.assertRaises(ZeroDivisionError) as raised:
            self.forward({"block.1.mixed": broken})
        self.assertIn("hooks['block.1.mixed']", " ".join(raised.exception.__notes__))


def memory_of_this():
    """Bytes that this process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()
