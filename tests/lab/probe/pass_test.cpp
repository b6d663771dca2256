#include "lab/probe/pass.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <set>

#include "lab/probe/patch.h"
#include "lab/train/packing.h"
#include "model/arithmetic/choose_arithmetic.h"
#include "model/arithmetic/reference.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;

/// A model before training, of every kind of position and logit scale that there is.
struct Fresh {
  explicit Fresh(const spec::Overrides& overrides)
      : lesson(tests::tiny_lesson(overrides)),
        transformer(lesson.model, model::arithmetic::choose_arithmetic()),
        weights(model::layers::initial_weights<float>(transformer.config(),
                                                      transformer.parameters().layout, 3)) {
    transformer.load(weights, 1);
    for (std::uint64_t i = 0; i < 9; ++i) {
      examples.push_back(lesson.mixture.example(i % 2, tasks::Pool::test, 1 + int(i) % 6, 5, i));
    }
  }

  train::Lesson lesson;
  model::transformer::Transformer<float> transformer;
  model::layers::Flat<float> weights;
  std::vector<tasks::Example> examples;
};

bool same_bits(const float* a, const float* b, Index count) {
  return std::memcmp(a, b, static_cast<std::size_t>(count) * sizeof(float)) == 0;
}

/// The same bits; but Eigen rounds a row by how many others are multiplied with it.
bool same_numbers(const float* a, const float* b, Index count) {
  if (&model::arithmetic::choose_arithmetic() != &model::arithmetic::reference_arithmetic<float>())
    return same_bits(a, b, count);
  return std::equal(a, a + count, b,
                    [](float x, float y) { return std::abs(x - y) <= 1e-5F * (1 + std::abs(y)); });
}

const std::vector<spec::Overrides> kinds{
    {"model.positions=LEARNED"},
    {"model.positions=ROTARY", "model.logit_scale=LOG_N"},
    {"model.positions=SINUSOIDAL"},
    {"model.positions=ALIBI", "position_ids=PLAIN"},
    {"model.positions=NONE", "position_ids=PLAIN", "model.logit_scale=LEARNED_LOG_N",
     "model.tied_embeddings=false"}};

TEST_CASE("passes are tried with every kind of position and logit scale") {
  std::set<model::layers::Positions> positions;
  std::set<model::layers::LogitScale> scales;
  for (const spec::Overrides& kind : kinds) {
    const model::layers::TransformerConfig config = tests::tiny_lesson(kind).model;
    positions.insert(config.positions);
    scales.insert(config.logit_scale);
  }
  INFO("each kind of positions and logit scale must be among `kinds`");
  CHECK(positions.size() == model::layers::all_positions.size());
  CHECK(scales.size() == model::layers::all_logit_scales.size());
}

TEST_CASE("a pass that nobody touches has the bits of the model's own forward pass") {
  for (const spec::Overrides& kind : kinds) {
    const Fresh fresh(kind);
    const auto batches = train::pack(fresh.examples, 1000, fresh.lesson.model.max_positions);
    REQUIRE(batches.size() == 1);
    model::transformer::Trace<float> trace;
    model::layers::AttentionScratch<float> scratch;
    fresh.transformer.forward(batches[0], trace, scratch);
    ProbePass pass(fresh.transformer);
    pass.run(batches[0]);
    const Index V = fresh.transformer.config().vocabulary;
    for (Index m = 0; m < batches[0].scored(); ++m) {
      const Index row = batches[0].target_rows[static_cast<std::size_t>(m)];
      CHECK(same_numbers(pass.logits().row(row), trace.logits.row(m), V));
    }
  }
}

/// What every site of the run on `from` holds, written over the run on `to`.
void check_becomes(const Fresh& fresh, const model::layers::Batch& from,
                   const model::layers::Batch& to, Site site) {
  ProbePass source(fresh.transformer, KeepHidden::yes), patched(fresh.transformer);
  source.run(from);
  patched.run(to);
  const Index last = from.rows() - 1, V = fresh.transformer.config().vocabulary;
  CHECK_FALSE(same_bits(source.logits().row(last), patched.logits().row(last), V));
  patched.run(to, [&](Site at, Index layer, model::arithmetic::View<float> rows) {
    // The embedding reaches the end beside every block, so it is always patched.
    if (at == site || (at == Site::stream && layer == 0)) copy_rows(source.at(at, layer), rows);
  });
  for (Index row = 0; row < from.rows(); ++row) {
    CHECK(same_bits(source.logits().row(row), patched.logits().row(row), V));
  }
}

TEST_CASE("patching every row of a site gives the counterfactual run, bit for bit") {
  for (const spec::Overrides& kind : kinds) {
    const Fresh fresh(kind);
    const std::vector<std::vector<int>> text{{10, 1, 2, 3, 8}, {10, 4, 4, 8}};
    const std::vector<std::vector<int>> other{{10, 1, 5, 3, 8}, {10, 4, 6, 8}};
    std::set<Site> sites;
    for (const Stage& stage : stages_of(fresh.lesson.model)) sites.insert(stage.site);
    sites.erase(Site::weights);
    CHECK(sites.size() == 12);
    for (const Site site : sites) check_becomes(fresh, batch_of(other), batch_of(text), site);
  }
}

TEST_CASE("a pass resumed from any layer's stream ends in the same bits") {
  const Fresh fresh(kinds[0]);
  const model::layers::Batch batch = batch_of(std::vector<std::vector<int>>{{10, 1, 2, 3, 8, 1}});
  ProbePass whole(fresh.transformer), resumed(fresh.transformer);
  whole.run(batch);
  for (Index layer = 0; layer <= whole.layers(); ++layer) {
    resumed.resume(batch, layer, whole.stream(layer));
    CHECK(same_bits(whole.logits().row(5), resumed.logits().row(5), whole.logits().cols));
  }
  const auto lens = whole.read_out(whole.stream(whole.layers()));
  CHECK(same_bits(whole.logits().row(3), lens.row(3), lens.cols));
}

/// A pass stage by stage; change(pass) is called when the weights of a layer are filled.
template <typename Change>
ProbePass in_stages(const Fresh& fresh, const model::layers::Batch& batch, Index layer,
                    const Change& change) {
  ProbePass pass(fresh.transformer, KeepHidden::yes);
  pass.begin(batch);
  for (const Stage& stage : stages_of(fresh.lesson.model)) {
    pass.fill(batch, stage);
    if (stage == Stage{Site::weights, layer}) change(pass);
  }
  return pass;
}

TEST_CASE("weights that are mixed again as they were leave every bit as it was") {
  for (const spec::Overrides& kind : kinds) {
    const Fresh fresh(kind);
    const model::layers::Batch batch =
        batch_of(std::vector<std::vector<int>>{{10, 1, 2, 3, 8, 1}, {10, 4, 8}});
    ProbePass whole(fresh.transformer);
    whole.run(batch);
    const ProbePass again = in_stages(fresh, batch, 1, [&](ProbePass& pass) {
      for (Index head = 0; head < fresh.lesson.model.heads; ++head) {
        pass.attend_again(batch, 1, 0, head);
        pass.attend_again(batch, 1, 1, head);
      }
    });
    for (Index row = 0; row < batch.rows(); ++row) {
      CHECK(same_numbers(whole.logits().row(row), again.logits().row(row), whole.logits().cols));
    }
  }
}

TEST_CASE("a head whose weights are changed mixes by them, and no other head does") {
  const Fresh fresh(kinds[0]);
  const model::layers::Batch batch =
      batch_of(std::vector<std::vector<int>>{{10, 1, 2}, {10, 4, 6, 8}});
  ProbePass whole(fresh.transformer);
  whole.run(batch);
  const Index D = fresh.lesson.model.width / fresh.lesson.model.heads;
  const ProbePass changed = in_stages(fresh, batch, 0, [&](ProbePass& pass) {
    const auto weights = pass.weights_to_change(0).of(1, 1);
    for (Index t = 0; t < 4; ++t) {          // every row looks at the first of its text alone
      std::fill_n(weights.row(t), 4, 7.0F);  // those to come count as zero
      std::fill_n(weights.row(t), t + 1, 0.0F);
      weights.row(t)[0] = 1;
    }
    pass.attend_again(batch, 0, 1, 1);
  });
  const auto before = whole.at(Site::attention, 0), after = changed.at(Site::attention, 0);
  const auto values = changed.at(Site::value, 0);
  for (Index row = 0; row < batch.rows(); ++row) {
    CHECK(same_numbers(before.row(row), after.row(row), D));
    const float* mixed = row < 3 ? before.row(row) + D : values.row(3) + D;
    CHECK(same_numbers(mixed, after.row(row) + D, D));
  }
}

TEST_CASE("weights of a text longer than a block of keys are mixed again whole") {
  const Fresh fresh(kinds[4]);
  std::vector<int> text;
  for (int t = 0; t < 530; ++t) text.push_back(1 + t % 7);
  const model::layers::Batch batch = batch_of(std::span(&text, 1));
  const ProbePass pass = in_stages(fresh, batch, 0, [&](ProbePass& changed) {
    const auto weights = changed.weights_to_change(0).of(0, 0);
    for (Index t = 0; t < weights.rows; ++t) {  // every row looks at itself
      std::fill_n(weights.row(t), t + 1, 0.0F);
      weights.row(t)[t] = 1;
    }
    changed.attend_again(batch, 0, 0, 0);
  });
  const Index D = fresh.lesson.model.width / fresh.lesson.model.heads;
  const auto mixed = pass.at(Site::attention, 0), values = pass.at(Site::value, 0);
  for (Index row = 0; row < batch.rows(); ++row) {
    CHECK(same_numbers(values.row(row), mixed.row(row), D));
  }
}

TEST_CASE("hidden units are kept as they were before GELU") {
  const Fresh fresh(kinds[0]);
  const model::layers::Batch batch = batch_of(std::vector<std::vector<int>>{{10, 1, 2, 3}});
  const ProbePass pass = in_stages(fresh, batch, 0, [](ProbePass&) {});
  const auto hidden = pass.at(Site::hidden, 1), active = pass.at(Site::mlp, 1);
  for (Index row = 0; row < batch.rows(); ++row) {
    for (Index f = 0; f < hidden.cols; ++f) {
      const double x = double(hidden.row(row)[f]);
      const double gelu = x / 2 * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
      CHECK(double(active.row(row)[f]) == Approx(gelu).margin(1e-5));
    }
  }
}

TEST_CASE("rows are patched in their columns and nowhere else") {
  model::arithmetic::Matrix<float> from(3, 4), to(3, 4);
  for (Index i = 0; i < 3; ++i) std::fill_n(from.row(i), 4, 1.0f), std::fill_n(to.row(i), 4, 0.0f);
  patch_rows(from, std::vector<Index>{2}, 1, 2, to);
  std::vector<float> all;
  for (Index i = 0; i < 3; ++i) all.insert(all.end(), to.row(i), to.row(i) + 4);
  CHECK(all == std::vector<float>{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0});
}

}  // namespace
}  // namespace lab::probe
