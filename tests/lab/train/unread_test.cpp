#include "lab/spec/unread.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lab/spec/fields.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

/// What a short run of the tiny spec leaves behind, also where it sets what nothing reads; but for
/// its fingerprint, which is not the same then.
std::string bits(const std::string& decision, const std::string& set) {
  const spec::RunSpec plain = tests::tiny_spec({"train.steps=8", "train.warmup=3"});
  const spec::RunSpec run =
      spec::parse_spec(plain.text, "tiny", ".", {"position_ids=PLAIN", decision, set}).run;
  std::string left = tests::bits_in_one_go(run);
  for (auto at = left.find(run.fingerprint); at != std::string::npos;
       at = left.find(run.fingerprint)) {
    left.erase(at, run.fingerprint.size());
  }
  return left;
}

struct Row {
  std::string path, usual, other, decider;
};

}  // namespace

TEST_CASE("what a run does not read changes none of its bits, and what it reads some") {
  for (const auto& [path, usual, other, decider] :
       {Row{"position_ids", "PLAIN", "RANDOM_SHIFT", "model.positions"},
        Row{"model.tau_start", "0.5", "0.7", "model.logit_scale"},
        Row{"adamw.tau_rate_multiplier", "20", "3", "model.logit_scale"},
        Row{"train.final_rate", "0.02", "0.5", "train.schedule"}}) {
    const std::vector<std::string> reading = spec::read_if(spec::schema_field(path))->values;
    const auto* values = spec::schema_field(decider).enum_type();
    for (int i = 0; i < values->value_count(); ++i) {
      const std::string decision = decider + "=" + values->value(i)->name();
      INFO(path << " where " << decision);
      const bool differs = bits(decision, path + "=" + usual) != bits(decision, path + "=" + other);
      CHECK(differs == (std::ranges::count(reading, values->value(i)->name()) == 1));
    }
  }
}

TEST_CASE("without hints neither a weight nor whether hints are scored changes any bits") {
  const std::string hinted = "hint=[{list_hint {kind: SUCCESSOR}}]";
  for (const std::string set : {"task.weight=3", "score.hints=false"}) {
    INFO(set);
    CHECK((bits("hint=[]", set) == bits("hint=[]", "seed=0")));
    CHECK((bits(hinted, set) != bits(hinted, "seed=0")));
  }
}

}  // namespace lab::train
