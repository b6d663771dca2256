#include "lab/train/start.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/stop.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "lab/train/trained_run.h"
#include "lab/train/trainer.h"
#include "model/layers/parameters.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

using Catch::Contains;
using model::layers::Flat;
using model::training::TrainingState;

/// A parent's file, and lessons of runs that start from it, in a store of their own.
struct Family {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "parent.textproto";
  std::filesystem::path store = scratch.path() / "store";

  Family() { base::write_file(file, tests::tiny_text); }

  spec::Spec child(spec::Overrides sets = {}) const {
    sets.insert(sets.begin(), {"start={spec: \"" + file.string() + "\"}", "seed=5"});
    return spec::parse_spec(tests::tiny_text, "child.textproto", ".", sets);
  }

  RunOutcome train(const spec::Spec& spec) const {
    return train_run(lesson_of(spec), {store, 1, {}});
  }

  TrainingState learned(const spec::RunSpec& spec, std::int64_t step) const {
    const auto layout = model::layers::parameters_of(lesson_of(spec).model).layout;
    const auto folder = store::run_folder(store, spec.fingerprint);
    return model::files::load_checkpoint(store::checkpoint_folder(folder, step), layout,
                                         spec.fingerprint);
  }

  /// The state that a child begins with, and what it would without a start.
  std::pair<TrainingState, TrainingState> beginnings(const spec::Spec& spec) const {
    const Lesson lesson = lesson_of(spec);
    Trainer trainer(lesson, 1);
    return {started(lesson, trainer.learner().layout(), trainer.start(), store), trainer.start()};
  }
};

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a run begins with the weights that the other is scored with, or goes on as it was") {
  const Family family;
  REQUIRE(family.train(family.child()) == RunOutcome::done);
  const TrainingState parent = family.learned(*family.child().run.parent, 60);
  const auto [fresh, drawn] = family.beginnings(family.child());
  CHECK(fresh.weights == parent.average);
  CHECK(fresh.average == fresh.weights);
  CHECK(fresh.first == Flat<float>(parent.weights.size(), 0));
  CHECK(fresh.step == 0);
  CHECK(fresh.weights != drawn.weights);
  const auto kept = family.beginnings(family.child({"start.optimizer=KEPT"})).first;
  CHECK(kept.weights == parent.weights);
  CHECK(kept.first == parent.first);
  CHECK(kept.second == parent.second);
  CHECK(kept.average == parent.average);
  CHECK(kept.earlier_steps == 60);
  const auto without =
      family.beginnings(family.child({"start.optimizer=KEPT", "train.average_decay=0"})).first;
  CHECK(without.average.empty());
}

TEST_CASE("tokens go by their names, and what the other run has not is drawn as usual") {
  const Family family;
  const spec::Spec child = family.child(
      {"task.sorting.values=11", "hint={list_hint {kind: COUNT}}", "model.max_positions=40"});
  REQUIRE(family.train(child) == RunOutcome::done);
  const TrainingState parent = family.learned(*child.run.parent, 60);
  const auto [begun, drawn] = family.beginnings(child);
  const Lesson own = lesson_of(child), theirs = lesson_of(*child.run.parent);
  const auto to = model::layers::parameters_of(own.model);
  const auto from = model::layers::parameters_of(theirs.model);
  const tasks::Vocabulary& tokens = own.mixture.joint().vocabulary();
  const tasks::Vocabulary& known = theirs.mixture.joint().vocabulary();
  REQUIRE(tokens.names() != known.names());
  const auto row = [](const Flat<float>& flat, const model::layers::Slot& slot, int at) {
    const auto begin = flat.begin() + slot.offset + at * slot.cols;
    return Flat<float>(begin, begin + slot.cols);
  };
  int taken_over = 0;
  for (tasks::Token token = 0; token < tokens.size(); ++token) {
    INFO(tokens.name(token));
    const bool is_known = known.contains(tokens.name(token));
    taken_over += is_known ? 1 : 0;
    CHECK(row(begun.weights, to.embedding, token) ==
          (is_known ? row(parent.average, from.embedding, known.id(tokens.name(token)))
                    : row(drawn.weights, to.embedding, token)));
  }
  CHECK(taken_over > 8);
  CHECK(taken_over < tokens.size());
  for (int position = 0; position < 40; ++position) {
    CHECK(row(begun.weights, to.positions, position) ==
          (position < 32 ? row(parent.average, from.positions, position)
                         : row(drawn.weights, to.positions, position)));
  }
}

TEST_CASE("a model of another shape is refused with the field and both values") {
  const Family family;
  const auto said = [&](const std::string& set) {
    return refusal([&] { lesson_of(family.child({set})); });
  };
  CHECK_THAT(said("model.width=32"),
             Contains("model.width (32, from --set model.width=32) must be 16, as in `tiny`"));
  CHECK_THAT(said("model.heads=4"), Contains("model.heads (4") && Contains("must be 2"));
  CHECK_THAT(said("model.hidden=8"), Contains("model.hidden (8") && Contains("must be 64"));
  CHECK_THAT(said("model.blocks=1"), Contains("model.blocks (1") && Contains("must be 2"));
  CHECK_THAT(said("model.loops=2"), Contains("model.loops (2") && Contains("must be 1"));
  CHECK_THAT(said("model.positions=ROTARY"),
             Contains("model.positions (ROTARY") && Contains("must be LEARNED"));
  CHECK_THAT(said("model.logit_scale=LOG_N"), Contains("must be ONE"));
  CHECK_THAT(said("model.tied_embeddings=false"), Contains("must be true"));
  CHECK_THAT(said("model.max_positions=24"), Contains("must be at least 32"));
  CHECK(said("model.products=BFLOAT16") == "no error");
  CHECK(said("model.initial_scale=0.5") == "no error");
}

TEST_CASE("the run that is started from is trained first, once, and its own start before it") {
  const Family family;
  const auto middle = family.scratch.path() / "middle.textproto";
  base::write_file(middle, tests::tiny_text + "start { spec: \"parent.textproto\" }\nseed: 8\n");
  const spec::Spec child = family.child({"start.spec=" + middle.string()});
  std::vector<std::string> first;
  const RunOptions options{
      family.store, 1, {}, [&](const spec::RunSpec& run) { first.push_back(run.fingerprint); }};
  REQUIRE(train_run(lesson_of(child), options) == RunOutcome::done);
  CHECK(first == std::vector<std::string>{child.run.start->run, child.run.parent->start->run});
  CHECK(store::all_runs(family.store).size() == 3);
  const auto line = store::line_of_descent(child.run, family.store);
  CHECK(line == std::vector<std::string>{child.run.start->run + " step 60 (tiny)",
                                         child.run.parent->start->run + " step 60 (tiny)"});
  first.clear();
  CHECK(train_run(lesson_of(family.child({"seed=6"})), options) == RunOutcome::done);
  CHECK(first.empty());
  CHECK(store::children_of(child.run.parent->start->run, family.store).size() == 2);
}

TEST_CASE("a run that starts from another has the same bits for any threads and interruptions") {
  const Family family, other;
  const spec::Spec child = family.child({"start.optimizer=KEPT", "train.frozen=[block.0]"});
  REQUIRE(family.train(child) == RunOutcome::done);
  std::int64_t stop_at = 15;  // of the parent, then of the child
  RunOptions options{other.store, 2, [&](const TrainingReport& report) {
                       if (report.step >= stop_at) base::request_stop();
                     }};
  const Lesson lesson = lesson_of(child);
  CHECK(train_run(lesson, options) == RunOutcome::stopped);
  CHECK_FALSE(store::is_start_ready(child.run, other.store));
  stop_at = 60;
  CHECK(train_run(lesson, options) == RunOutcome::stopped);
  base::clear_stop();
  stop_at = 25;
  CHECK(train_run(lesson, options) == RunOutcome::stopped);
  options.report = {};
  CHECK(train_run(lesson, options) == RunOutcome::done);
  CHECK(tests::bits_of(other.store, child.run) == tests::bits_of(family.store, child.run));
}

TEST_CASE("a frozen tensor is as it was, and names of none are refused with the nearest") {
  const Family family;
  const spec::Spec child = family.child({"train.frozen=[block.0, embedding]"});
  REQUIRE(family.train(child) == RunOutcome::done);
  const TrainingState before = family.beginnings(child).first,
                      after = family.learned(child.run, 60);
  const auto layout = model::layers::parameters_of(lesson_of(child).model).layout;
  for (const model::layers::Tensor& tensor : layout.tensors()) {
    INFO(tensor.name);
    const auto begin = tensor.slot.offset, end = begin + tensor.slot.size();
    const bool same = std::equal(before.weights.begin() + begin, before.weights.begin() + end,
                                 after.weights.begin() + begin);
    CHECK(same == (tensor.name == "embedding" || tensor.name.starts_with("block.0.")));
  }
  const auto said = [&](const std::string& frozen) {
    return refusal([&] { tests::tiny_lesson({"train.frozen=" + frozen}); });
  };
  CHECK_THAT(said("[embeding]"), Contains("no tensor `embeding` (did you mean `embedding`?)"));
  CHECK_THAT(said("[block.0.quer]"), Contains("no tensor `block.0.quer`"));
  CHECK_THAT(said("[positions, positions]"), Contains("positions is there twice"));
  CHECK_THAT(said("[block, embedding, positions, final_norm]"),
             Contains("leaves nothing to train"));
  CHECK(said("[block.1.norm1.gain]") == "no error");
}

TEST_CASE("a parent that keeps less than is started from is refused before work, with the cure") {
  const Family family;
  const spec::Spec child = family.child({"start.set=[\"train.keep=ALL\"]", "start.step=30"});
  REQUIRE(train_run(tests::tiny_lesson(), {family.store, 1, {}}) ==
          RunOutcome::done);  // keeps LAST
  const std::string said = refusal([&] { family.train(child); });
  CHECK_THAT(said, Contains("start.step (30): run " + child.run.start->run) &&
                       Contains("has checkpoints of 60 alone"));
  CHECK(store::all_runs(family.store).size() == 1);
  // One that is not finished keeps from now on what is asked of it.
  std::filesystem::remove_all(family.store);
  store::prepare_run_folder(store::run_folder(family.store, child.run.start->run),
                            tests::tiny_spec());
  CHECK(family.train(child) == RunOutcome::done);
}

TEST_CASE("a parent's checkpoint without a tensor is an error that names it") {
  const Family family;
  const spec::Spec child = family.child();
  REQUIRE(family.train(family.child({"seed=6"})) == RunOutcome::done);
  const auto folder =
      store::checkpoint_folder(store::run_folder(family.store, child.run.start->run), 60);
  TrainingState state = family.learned(*child.run.parent, 60);
  model::layers::Layout less;
  less.add("embedding", 2, 2, model::layers::Role::embedding);
  for (Flat<float>* flat : {&state.weights, &state.first, &state.second, &state.average}) {
    flat->resize(4);
  }
  model::files::save_checkpoint(folder, less, child.run.start->run, state);
  CHECK_THAT(refusal([&] { family.train(child); }), Contains("tensor \"embedding\": wanted shape"));
  std::filesystem::remove_all(folder);
  CHECK_THAT(refusal([&] { family.train(child); }), Contains("start.step (60)"));
}

TEST_CASE("a start that neither a spec nor the store tells is refused") {
  const Family family;
  const spec::Spec child = family.child({"start={run: \"0123456789abcdef\" step: 3}"});
  CHECK_THAT(refusal([&] { family.train(child); }),
             Contains("starts from run 0123456789abcdef, which is not in"));
  CHECK(store::all_runs(family.store).empty());
}

}  // namespace lab::train
