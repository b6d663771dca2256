#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/probe/pass.h"
#include "lab/store/run_folder.h"
#include "lab/train/scoring.h"
#include "lab/train/train_run.h"
#include "lab/train/trained_run.h"
#include "model/arithmetic/choose_arithmetic.h"
#include "tests/lab/train/tiny_run.h"

// What others read of a run, with lab/python/lab_runs.py: it must be what the program meant.

namespace lab::store {
namespace {

/// Debian's, which sees Debian's numpy.
constexpr const char* python = "/usr/bin/python3";

bool numpy_is_there() {
  static const bool there =
      std::system((std::string(python) + " -c 'import numpy' 2>/dev/null").c_str()) == 0;
  if (!there) WARN("not checked: apt-get install python3-numpy");
  return there;
}

struct Trained {
  base::ScratchFolder scratch;
  spec::RunSpec spec;
  std::filesystem::path folder;

  explicit Trained(const spec::Overrides& overrides) : spec(tests::tiny_spec(overrides)) {
    train::train_run(train::lesson_of(spec), {scratch.path(), 1, {}});
    folder = run_folder(scratch.path(), spec.fingerprint);
  }
};

/// A text and its logits, as tests/lab/store/reference_forward.py wants them.
std::string asked(const std::filesystem::path& folder) {
  const train::TrainedRun run = train::open_run(folder, 1);
  model::transformer::Transformer<float> model(run.learner.config(),
                                               model::arithmetic::choose_arithmetic());
  model.load(train::scored_weights(run.learned), 1);
  std::vector<int> tokens;
  for (int t = 0; t < 12; ++t)
    tokens.push_back(t * 5 % static_cast<int>(model.config().vocabulary));
  probe::ProbePass pass(model);
  pass.run(probe::batch_of(std::span(&tokens, 1)));
  nlohmann::json object{{"tokens", tokens}, {"logits", nlohmann::json::array()}};
  for (model::arithmetic::Index row = 0; row < pass.logits().rows; ++row) {
    const float* logits = pass.logits().row(row);
    object["logits"].push_back(std::vector<float>(logits, logits + pass.logits().cols));
  }
  return object.dump();
}

int python_ends(const std::filesystem::path& log, const std::string& words) {
  return std::system((std::string(python) + " " + words + " > " + log.string() + " 2>&1").c_str());
}

}  // namespace

TEST_CASE("a checkpoint read in Python gives the same logits, whatever the model's options") {
  if (!numpy_is_there()) return;
  const std::vector<spec::Overrides> models{
      {"model.positions=NONE", "position_ids=PLAIN", "model.logit_scale=LOG_N"},
      {"model.logit_scale=LEARNED_LOG_N", "model.tied_embeddings=false"},
      {"model.positions=SINUSOIDAL", "train.average_decay=0"},
      {"model.positions=ROTARY", "model.loops=2"},
      {"model.positions=ALIBI", "position_ids=PLAIN", "model.logit_scale=LEARNED_LOG_N"}};
  std::set<model::layers::Positions> positions;
  for (const spec::Overrides& overrides : models) {
    const Trained trained(overrides);
    positions.insert(trained.spec.model.over(1).positions);
    const auto file = trained.scratch.path() / "asked.json", log = trained.scratch.path() / "log";
    base::write_file(file, asked(trained.folder));
    const int status = python_ends(log, LAB_SOURCE_DIR "/tests/lab/store/reference_forward.py " +
                                            trained.folder.string() + " " + file.string());
    INFO(overrides.front() << ": " << base::read_file(log));
    CHECK(status == 0);
  }
  INFO("each kind of positions must be among `models`");
  CHECK(positions.size() == model::layers::all_positions.size());
}

TEST_CASE("runs, scores and steps are read in Python as they were written") {
  if (!numpy_is_there()) return;
  const Trained trained({});
  const auto script = trained.scratch.path() / "read.py", log = trained.scratch.path() / "log";
  base::write_file(script, R"(
import sys
sys.path.insert(0, ")" LAB_SOURCE_DIR R"(/lab/python")
import lab_runs
lab_runs.pandas = None
run, = lab_runs.runs(sys.argv[1])
assert lab_runs.run(sys.argv[1], run.fingerprint[:4]).fingerprint == run.fingerprint
assert run.status == "finished" and run.manifest["steps"] == 60, run.manifest
assert run.checkpoints()[-1] == 60
scores, steps = run.scores(), run.steps()
assert set(scores["step"]) == {20, 40, 60} and max(scores["asked"]) == 30, scores
for row in zip(*(scores[name] for name in ("asked", "different", "frequent", "constant"))):
    asked, different, frequent, constant = row
    assert 0 < different <= asked and 0 <= frequent <= asked and 0 < constant <= asked, row
assert all(0 < chance < 1 for chance in scores["chance"]), scores
levels = lab_runs.guess_levels(scores)
assert all(level == max(chance, frequent / asked, constant / asked)
           for level, chance, frequent, constant, asked
           in zip(levels, *(scores[name] for name in ("chance", "frequent", "constant", "asked"))))
older = run.folder / "older"
older.mkdir()
(older / "scores.tsv").write_text("step\ttask\tpool\tdifficulty\tsolved\tasked\tnats\ttokens\n"
                                  "60\tsorting\ttest\t3\t1\t2\t0.5\t8\n")
assert lab_runs.guess_levels(lab_runs.Run(older).scores()) == [None]
sliced = ("step\ttask\tpool\tdifficulty\tsolved\tasked\tdifferent\tchance\tfrequent\tconstant"
          "\tnats\ttokens\tfacet")
row = "\n60\tparity\ttest\t3\t1\t4\t4\t0.25\t4\t2\t0.5\t8\t"
(older / "scores.tsv").write_text(sliced + row + row + "ones=1\n")
assert lab_runs.guess_levels(lab_runs.Run(older).scores()) == [1.0, 0.25]
(older / "scores.tsv").write_text(sliced + "\tfacet_constant" + row + "\t" + row + "ones=1\t3\n")
assert lab_runs.guess_levels(lab_runs.Run(older).scores()) == [1.0, 0.5]
assert steps["step"][-1] == 60 and len(steps["loss"]) == 12, steps
assert run.model["width"] == 16 and "<sort>" in run.vocabulary
trained, scored = run.weights(average=False), run.weights()
assert trained.keys() == scored.keys()
assert trained["embedding"].shape == (len(run.vocabulary), 16)
assert (trained["embedding"] != scored["embedding"]).any()
results = lab_runs.results(")" LAB_SOURCE_DIR R"(/results/task_hinting")
assert "hint" in results["settings"][-1], results["settings"][-1]
log = run.folder / "steps.jsonl"
log.write_text(log.read_text() + '{"step": 61, "lo')
assert list(run.steps()["step"]) == list(steps["step"]), "a line that is being written"
file = run.folder / "checkpoints" / "step-60" / "weights.safetensors"
whole = file.read_bytes()
for damaged, words in (whole[:-7], "cut off"), (whole[:-2] + b"??", "corrupt"):
    file.write_bytes(damaged)
    try:
        run.weights(average=False)
        raise AssertionError("a file that is " + words + " is read")
    except ValueError as error:
        assert words in str(error), error
)");
  const int status = python_ends(log, script.string() + " " + trained.scratch.path().string());
  INFO(base::read_file(log));
  CHECK(status == 0);
}

}  // namespace lab::store
