#include <catch2/catch.hpp>

#include "lab/probe/cohesion.h"
#include "lab/probe/lens.h"
#include "lab/probe/linear.h"
#include "lab/probe/patch.h"
#include "lab/probe/paths.h"
#include "tests/lab/probe/planted.h"

// A two-hop model with its bridge at a known place: made by the first block's MLP at x2, brought to
// x3 by the second block's attention.

namespace lab::probe {
namespace {

constexpr int E = tests::planted_entities;

ProbeText text_of(int x1, int x2, int x3) {
  const int bridge = tests::planted_bridge(x1, x2);
  ProbeText text{{x1, x2, x3},
                 {.roles = {"x1", "x2", "x3"}, .tokens = {}, .numbers = {}, .links = {}}};
  for (int row = 0; row < 3; ++row) text.annotation.tokens.push_back({"bridge", row, bridge});
  text.annotation.tokens.push_back({"answer", 2, tests::planted_answer(bridge, x3)});
  return text;
}

/// Every text, each `times` times, shuffled.
std::vector<ProbeText> all_texts(int times) {
  std::vector<ProbeText> texts;
  for (int i = 0; i < times * E * E * E; ++i) {
    texts.push_back(text_of(i % E, i / E % E, i / E / E % E));
  }
  base::Random(2, "texts").shuffle(std::span(texts));
  return texts;
}

/// Every text with every other x1.
std::vector<tasks::Counterfactual> all_pairs() {
  std::vector<tasks::Counterfactual> pairs;
  for (const ProbeText& text : all_texts(1)) {
    for (int step = 1; step < E; ++step) {
      tasks::Counterfactual pair{
          text.tokens, text.tokens, 0, 0, {{"x1", {0}}, {"x2", {1}}, {"x3", {2}}}};
      pair.changed[0] = (pair.text[0] + step) % E;
      const auto answer = [](const std::vector<int>& t) {
        return tests::planted_answer(tests::planted_bridge(t[0], t[1]), t[2]);
      };
      pair.expected = answer(pair.text);
      pair.expected_changed = answer(pair.changed);
      pairs.push_back(pair);
    }
  }
  return pairs;
}

struct TwoHop {
  tests::Planted planted{tests::planted_two_hop_config()};
  tests::Planted untrained{tests::planted_two_hop_config()};

  TwoHop() {
    tests::plant_two_hop(planted);
    untrained.weights = model::layers::initial_weights<float>(
        untrained.transformer.config(), untrained.transformer.parameters().layout, 9);
  }
};

TEST_CASE("patching finds the two hops where they were planted") {
  TwoHop two;
  const ProbeResult found = probe_patch(two.planted.model(), all_pairs(), 2);
  const std::vector<std::string> path{"stream/layer 0/x1",
                                      "stream/layer 1/x2",
                                      "stream/layer 2/x3",
                                      "attention/block 1/x2",
                                      "mlp/block 1/x2",
                                      "attention/block 2/x3",
                                      "mlp/block 2/x3",
                                      "heads at x2/block 1/head 1",
                                      "heads at x3/block 2/head 1"};
  int looked = 0;
  for (const ProbeCell& cell : found.cells) {
    if (!cell.measure.ends_with(" normalized")) continue;
    if (cell.column == "everything" || cell.column == "random row") continue;
    if (cell.measure.starts_with("heads at random")) continue;
    const std::string place =
        cell.measure.substr(0, cell.measure.size() - 11) + "/" + cell.row + "/" + cell.column;
    const bool planted = std::ranges::find(path, place) != path.end();
    INFO(place);
    CHECK(cell.value.middle == Approx(planted ? 1 : 0).margin(0.02));
    looked += planted ? 1 : 0;
  }
  CHECK(looked == 9);
}

TEST_CASE("path patching finds the chain of parts that was planted and no other path") {
  TwoHop two;
  const ProbeResult found = probe_paths(two.planted.model(), all_pairs(), 2);
  const std::vector<std::string> chain{"embedding/block 1 head 1", "block 1 head 1/block 1 mlp",
                                       "block 1 mlp/block 2 head 1", "block 2 head 1/block 2 mlp",
                                       "block 2 mlp/logits"};
  int looked = 0;
  for (const ProbeCell& cell : found.cells) {
    if (cell.measure != "normalized") continue;
    const bool planted = std::ranges::find(chain, cell.row + "/" + cell.column) != chain.end();
    INFO(cell.row << " to " << cell.column);
    CHECK(cell.value.middle == Approx(planted ? 1 : 0).margin(0.02));
    looked += planted ? 1 : 0;
  }
  CHECK(looked == 5);
}

const ProbeCell& cell(const ProbeResult& result, const std::string& measure, int layer,
                      const std::string& role) {
  const ProbeCell* found = result.find(measure, "layer " + std::to_string(layer), role);
  INFO(measure << " / " << layer << " / " << role);
  REQUIRE(found != nullptr);
  return *found;
}

TEST_CASE("a linear probe reads the bridge where it is and nowhere else") {
  TwoHop two;
  const auto texts = all_texts(4);
  const ProbeResult found = probe_linear(two.planted.model(), texts, "bridge");
  for (int layer = 0; layer <= 2; ++layer) {
    for (const char* role : {"x1", "x2", "x3"}) {
      const bool there = (layer >= 1 && role[1] == '2') || (layer == 2 && role[1] == '3');
      const ProbeCell& here = cell(found, "bridge accuracy", layer, role);
      INFO(layer << " " << role);
      if (there) CHECK(here.value.middle == 1);
      if (!there) CHECK(here.value.middle < 0.5);
      CHECK(*here.controls[1] < 0.4);  // majority
      const ProbeCell& selectivity = cell(found, "bridge selectivity", layer, role);
      CHECK(selectivity.value.middle == Approx(here.value.middle - *here.controls[0]));
    }
  }
  // All rows have the label, so the control's is one of x1, which is what there is at x1 alone.
  CHECK(*cell(found, "bridge accuracy", 0, "x1").controls[0] == 1);
  CHECK(*cell(found, "bridge accuracy", 0, "x2").controls[0] < 0.7);
}

/// An untrained model of one head and this width.
struct Untrained {
  tests::Planted model;

  static model::layers::TransformerConfig config(int width) {
    model::layers::TransformerConfig config = tests::planted_two_hop_config();
    config.width = config.hidden = width;
    return config;
  }

  explicit Untrained(int width) : model(config(width)) {
    model.weights = model::layers::initial_weights<float>(model.transformer.config(),
                                                          model.transformer.parameters().layout, 9);
  }
};

TEST_CASE("a linear probe reads nothing in a narrow untrained model, and by heart in a wide one") {
  Untrained narrow(4), wide(64);
  const auto texts = all_texts(4);
  const ProbeResult none = probe_linear(narrow.model.model(), texts, "bridge");
  for (int layer = 0; layer <= 2; ++layer) {
    for (const char* role : {"x1", "x2", "x3"}) {
      INFO(layer << " " << role);
      CHECK(cell(none, "bridge accuracy", layer, role).value.middle < 0.5);
      CHECK(cell(none, "bridge selectivity", layer, role).value.middle < 0.25);
    }
  }
  // Sixteen pairs of tokens in 64 random features are apart enough for any label of theirs.
  const ProbeResult random = probe_linear(wide.model.model(), texts, "bridge");
  CHECK(cell(random, "bridge accuracy", 1, "x2").value.middle > 0.9);

  std::vector<ProbeText> told_at_x2 = texts;  // where it is a function of what was read
  for (ProbeText& text : told_at_x2) text.annotation.tokens.erase(text.annotation.tokens.begin());
  const ProbeResult by_heart = probe_linear(wide.model.model(), told_at_x2, "bridge");
  for (const char* role : {"x2", "x3"}) {
    CHECK(cell(by_heart, "bridge accuracy", 1, role).value.middle > 0.8);
    CHECK(std::abs(cell(by_heart, "bridge selectivity", 1, role).value.middle) < 0.1);
  }
}

TEST_CASE("in an untrained model the lens reads nothing and no path carries anything") {
  TwoHop two;
  const ProbeResult lens = probe_lens(two.untrained.model(), all_texts(1));
  for (int layer = 0; layer <= 2; ++layer) {
    for (const char* role : {"x1", "x2", "x3"}) {
      INFO(layer << " " << role);
      CHECK(cell(lens, "bridge reciprocal rank", layer, role).value.middle < 0.7);
    }
    CHECK(cell(lens, "answer reciprocal rank", layer, "x3").value.middle < 0.7);
  }
  const ProbeResult paths = probe_paths(two.untrained.model(), all_pairs(), 2);
  CHECK(!paths.cells.empty());
  for (const ProbeCell& one : paths.cells) {
    INFO(one.measure << " " << one.row << " to " << one.column);
    CHECK(one.measure == "probability");  // there is no effect for "normalized" to be a share of
    CHECK(std::abs(one.value.middle) < 0.1);
  }
}

TEST_CASE("cohesion finds the bridge where it is made") {
  TwoHop two;
  const ProbeResult found = probe_cohesion(two.planted.model(), all_texts(10), "bridge");
  const ProbeResult none = probe_cohesion(two.untrained.model(), all_texts(10), "bridge");
  // Of four ones two are shared if the bridge is, the position and else one of the tokens at most.
  CHECK(cell(found, "bridge gap", 1, "x2").value.middle == Approx(0.125).margin(0.001));
  CHECK(cell(found, "bridge centred gap", 1, "x2").value.middle > 0.2);
  CHECK(std::abs(*cell(found, "bridge centred gap", 1, "x2").controls[0]) < 0.1);
  CHECK(cell(found, "bridge disjoint gap", 1, "x2").value.middle > 0.2);
  CHECK(std::abs(*cell(found, "bridge disjoint gap", 1, "x2").controls[0]) < 0.1);
  CHECK(std::abs(cell(none, "bridge disjoint gap", 1, "x2").value.middle) < 0.1);
  for (const char* role : {"x1", "x3"}) {
    CHECK(std::abs(cell(found, "bridge centred gap", 0, role).value.middle) < 0.1);
  }
  CHECK(cell(none, "bridge centred gap", 1, "x2").value.middle < 0.1);
}

TEST_CASE("the lens sees the answer at the end, and not a bridge that no column reads out") {
  TwoHop two;
  const ProbeResult found = probe_lens(two.planted.model(), all_texts(1));
  CHECK(cell(found, "answer reciprocal rank", 2, "x3").value.middle == 1);
  CHECK(*cell(found, "answer reciprocal rank", 2, "x3").controls[0] < 0.7);
  CHECK(cell(found, "answer reciprocal rank", 1, "x3").value.middle < 0.7);
  CHECK(cell(found, "bridge reciprocal rank", 1, "x2").value.middle < 0.7);
}

TEST_CASE("a label that no text has is refused with those there are") {
  TwoHop two;
  CHECK_THROWS_WITH(probe_linear(two.planted.model(), all_texts(1), "brigde"),
                    "--label: the task has no label `brigde` (did you mean `bridge`?); it has "
                    "bridge, answer");
}

TEST_CASE("the cosine gap is what pairs give by hand") {
  States unit(3, 2);
  unit << 1, 0, 1, 0, 0, 1;
  Pairs counting = Pairs::Constant(3, 3, true);
  CHECK(cosine_gap(unit, std::vector<int>{0, 0, 1}, counting) == Approx(1));
  CHECK(cosine_gap(unit, std::vector<int>{0, 1, 1}, counting) == Approx(-0.5));
  CHECK_FALSE(cosine_gap(unit, std::vector<int>{0, 1, 2}, counting).has_value());
  CHECK_FALSE(cosine_gap(unit, std::vector<int>{0, 0, 0}, counting).has_value());
  counting(1, 0) = counting(0, 1) = false;
  CHECK(cosine_gap(unit, std::vector<int>{0, 1, 1}, counting) == Approx(0));
  CHECK_FALSE(cosine_gap(unit, std::vector<int>{0, 0, 1}, counting).has_value());
}

TEST_CASE("pairs are disjoint that share no token in the same place") {
  const std::vector<int> a{9, 1, 2}, b{9, 2, 1}, c{9, 3, 2, 7};
  const Pairs disjoint = disjoint_pairs(std::vector<std::span<const int>>{a, b, c});
  CHECK(disjoint(0, 1));  // 9 is what all read there
  CHECK_FALSE(disjoint(0, 2));
  CHECK(disjoint(1, 2));
  CHECK(disjoint(2, 1));
}

}  // namespace
}  // namespace lab::probe
