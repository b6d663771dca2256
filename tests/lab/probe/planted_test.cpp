#include "tests/lab/probe/planted.h"

#include <catch2/catch.hpp>

#include "lab/probe/ablate.h"
#include "lab/probe/attention.h"
#include "lab/probe/overlap.h"
#include "lab/probe/patch.h"
#include "lab/probe/paths.h"
#include "lab/probe/repair.h"
#include "lab/probe/texts.h"
#include "model/arithmetic/choose_arithmetic.h"

// Probes are run on models whose circuit is known: they must find it there and nowhere else, and
// nothing in a model that was not trained.

namespace lab::probe {
namespace {

train::Mixture sorting_mixture() {
  const tasks::lists::SortingConfig task{.values = tests::planted_values,
                                         .inputs = tasks::lists::ListInputs::distinct};
  train::Mixture::Tasks made;
  made.push_back(tasks::catalog::make_task(task));
  return {{{"sorting", task, 1, {1, 5}, {}}}, std::move(made)};
}

/// The planted sorter, an untrained model of its shape, and what they are asked.
struct Sorter {
  train::Mixture mixture = sorting_mixture();
  ProbeQuestions questions{.difficulty = 5, .count = 60, .seed = 4};
  tests::Planted planted{tests::planted_sorting_config()};
  tests::Planted untrained{tests::planted_sorting_config()};

  Sorter() {
    tests::plant_sorting(planted);
    untrained.weights = model::layers::initial_weights<float>(
        untrained.transformer.config(), untrained.transformer.parameters().layout, 9);
  }
};

double value(const ProbeResult& result, const std::string& measure, const std::string& row,
             const std::string& column) {
  const ProbeCell* cell = result.find(measure, row, column);
  INFO(measure << " / " << row << " / " << column);
  REQUIRE(cell != nullptr);
  return cell->value.middle;
}

TEST_CASE("the planted sorter sorts") {
  Sorter sorter;
  ProbePass pass(sorter.planted.model());
  for (const ProbeText& text : probe_texts(sorter.mixture, sorter.questions)) {
    pass.run(batch_of(std::span(&text.tokens, 1)));
    for (const tasks::RowValue& next : text.annotation.tokens) {
      const float* logits = pass.logits().row(next.row);
      CHECK(std::max_element(logits, logits + pass.logits().cols) - logits == next.value);
    }
  }
}

TEST_CASE("attention finds the planted successor head and no other") {
  Sorter sorter;
  const auto texts = probe_texts(sorter.mixture, sorter.questions);
  const ProbeResult found = probe_attention(sorter.planted.model(), texts);
  const ProbeResult none = probe_attention(sorter.untrained.model(), texts);
  int looked = 0;
  for (const ProbeCell& cell : found.cells) {
    if (cell.measure != "successor" && cell.measure != "minimum") continue;
    const bool planted = cell.row == "block 2" && cell.column == "head 3";
    ++looked;
    CHECK(cell.questions == 60);
    if (planted) CHECK(cell.value.middle > 0.99);
    if (planted) CHECK(*cell.controls[1] < 0.01);  // other items
    if (!planted) CHECK(cell.value.middle == Approx(*cell.controls[0]).margin(1e-6));
    CHECK(value(none, cell.measure, cell.row, cell.column) < 0.4);
  }
  CHECK(looked == 2 * 2 * 4);
  CHECK(value(found, "from answer to item", "block 2", "head 3") > 0.7);  // not at the largest
  CHECK(value(found, "previous", "block 2", "head 3") < 0.3);
}

TEST_CASE("patching finds the planted path: item, head, asked row") {
  Sorter sorter;
  const auto pairs = probe_pairs(sorter.mixture, sorter.questions);
  const ProbeResult found = probe_patch(sorter.planted.model(), pairs, 2);
  for (const ProbeCell& cell : found.cells) {
    if (!cell.measure.ends_with(" normalized")) continue;
    const std::string site = cell.measure.substr(0, cell.measure.size() - 11);
    const bool item = site == "stream" && cell.column == "changed item" && cell.row != "layer 2";
    const bool read = site == "stream" && cell.column == "asked row" && cell.row == "layer 2";
    const bool mixed = site == "attention" && cell.column == "asked row" && cell.row == "block 2";
    const bool head =
        site == "heads at asked row" && cell.row == "block 2" && cell.column == "head 3";
    const bool all = cell.column == "everything" &&
                     (site == "stream" || (site == "attention" && cell.row == "block 2"));
    INFO(cell.measure << " / " << cell.row << " / " << cell.column);
    CHECK(cell.value.middle == Approx(item || read || mixed || head || all ? 1 : 0).margin(0.02));
  }
  CHECK(value(found, "stream reciprocal rank", "layer 2", "asked row") > 0.5);
}

TEST_CASE("ablation finds that the planted head is needed and nothing else is") {
  Sorter sorter;
  const auto texts = asked_texts(sorter.mixture, sorter.questions);
  const ProbeResult found = probe_ablate(sorter.planted.model(), texts, 2);
  for (const ProbeCell& cell : found.cells) {
    const bool needed =
        cell.row == "block 2" && (cell.column == "head 3" || cell.column == "attention");
    INFO(cell.measure << " / " << cell.row << " / " << cell.column);
    CHECK(cell.questions == std::ssize(texts));
    if (needed) CHECK(cell.value.middle > 0.3);
    if (!needed) CHECK(std::abs(cell.value.middle) < 1e-5);
  }
  CHECK(found.cells.size() == 3 * 2 * 6);  // ways, blocks, four heads and two whole layers
  const ProbeResult none = probe_ablate(sorter.untrained.model(), texts, 1);
  for (const ProbeCell& cell : none.cells) CHECK(std::abs(cell.value.middle) < 0.1);
}

TEST_CASE(
    "two halves of the questions need the same planted head, and an untrained model another") {
  Sorter sorter;
  const auto texts = asked_texts(sorter.mixture, sorter.questions);
  const std::span half = std::span(texts).first(30), rest = std::span(texts).subspan(30);
  const auto& planted = sorter.planted.model();
  const ProbeResult found = probe_overlap({planted, half}, {planted, rest}, 2);
  CHECK(value(found, "heads", "all", "in a circuit") == 2);  // a quarter of eight
  CHECK(value(found, "heads", "all", "shared") == 2);        // the rest have equal scores
  CHECK(value(found, "heads", "all", "p") == Approx(1.0 / 28));
  CHECK(value(found, "first loss", "block 2", "head 3") > 0.3);
  const ProbeCell* crossed = found.find("loss without", "first", "second");
  REQUIRE(crossed != nullptr);
  CHECK(crossed->value.middle > 0.3);
  CHECK(*crossed->controls[0] < crossed->value.middle / 2);
  const ProbeResult none = probe_overlap({planted, half}, {sorter.untrained.model(), rest}, 1);
  CHECK(value(none, "loss without", "first", "second") < 0.1);
}

TEST_CASE("the chance of sharing heads and the correlation of ranks are what one counts by hand") {
  CHECK(chance_of_sharing(0, 4, 16) == 1);
  CHECK(chance_of_sharing(3, 4, 16) == Approx((4.0 * 12 + 1) / 1820));
  CHECK(chance_of_sharing(4, 4, 4) == 1);
  CHECK(rank_correlation(std::vector{1.0, 2.0, 9.0}, std::vector{3.0, 4.0, 5.0}) == Approx(1));
  CHECK(rank_correlation(std::vector{1.0, 2.0, 9.0}, std::vector{5.0, 4.0, 3.0}) == Approx(-1));
  CHECK(rank_correlation(std::vector{1.0, 1.0, 2.0}, std::vector{1.0, 2.0, 3.0}) ==
        Approx(std::sqrt(0.75)));
  CHECK(rank_correlation(std::vector{1.0, 1.0}, std::vector{1.0, 2.0}) == 0);
}

TEST_CASE("repair mends the planted head where it is blinded, and no other") {
  Sorter sorter;
  const auto texts = probe_texts(sorter.mixture, sorter.questions);
  const model::layers::BlockSlots& block = sorter.planted.block(1);
  for (model::arithmetic::Index row = 0; row < block.query.weight.rows;
       ++row) {  // it looks at all rows alike
    std::fill_n(sorter.planted.at(block.query.weight, row), block.query.weight.cols, 0.0F);
  }
  std::fill_n(sorter.planted.at(block.query.bias, 0), block.query.bias.size(), 0.0F);
  const ProbeResult found = probe_repair(sorter.planted.model(), texts, 2);
  for (const char* link : {"successor", "minimum"}) {
    for (int head = 1; head <= 4; ++head) {
      const std::string column = "head " + std::to_string(head);
      const ProbeCell* cell = found.find(link + std::string(" gain"), "block 2", column);
      REQUIRE(cell != nullptr);
      INFO(link << " " << column);
      if (head == 3) CHECK(cell->value.middle > 0.5);
      if (head == 3) CHECK(*cell->controls[0] < 0);
      if (head != 3) CHECK(cell->value.middle == Approx(0).margin(1e-6));
      CHECK(value(found, link + std::string(" gain"), "block 1", column) == Approx(0).margin(1e-6));
    }
  }
  // Blind, it likes all items alike, and of equals the smallest token counts as the likeliest.
  CHECK(value(found, "successor mended", "block 2", "head 3") > 0.9);
  CHECK(value(found, "minimum mended", "block 2", "head 3") == 0);
  const ProbeResult none = probe_repair(sorter.untrained.model(), texts, 1);
  CHECK(!none.cells.empty());
  for (const ProbeCell& cell : none.cells) {
    if (cell.measure.ends_with(" gain")) CHECK(std::abs(cell.value.middle) < 0.1);
  }
}

TEST_CASE("patching finds nothing in an untrained model, and is the same on any threads") {
  Sorter sorter;
  const auto pairs = probe_pairs(sorter.mixture, sorter.questions);
  const ProbeResult one = probe_patch(sorter.untrained.model(), pairs, 1);
  const ProbeResult three = probe_patch(sorter.untrained.model(), pairs, 3);
  for (std::size_t i = 0; i < one.cells.size(); ++i) {
    const ProbeCell& cell = one.cells[i];
    CHECK(cell.value.middle == three.cells[i].value.middle);
    CHECK_FALSE(cell.measure.ends_with("normalized"));
    if (cell.measure.ends_with("probability")) CHECK(std::abs(cell.value.middle) < 0.1);
  }
}

}  // namespace
}  // namespace lab::probe
