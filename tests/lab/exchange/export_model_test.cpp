#include "lab/exchange/export_model.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/train/tiny_run.h"

// What the models compute is compared by tests/interop/same_logits.

namespace lab::exchange {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

/// A tiny run, trained for a step, and a folder to write it to.
struct Place {
  base::ScratchFolder scratch;
  fs::path folder = scratch.path() / "model";

  std::string written(const std::vector<std::string>& sets, PublicKind kind) const {
    std::vector<std::string> all{"train.steps=1", "train.warmup=1", "score.every=0"};
    all.insert(all.end(), sets.begin(), sets.end());
    const train::Lesson lesson = tests::tiny_lesson(all);
    train::train_run(lesson, {scratch.path() / "store", 1, {}});
    const fs::path run = store::run_folder(scratch.path() / "store", lesson.spec.fingerprint);
    return export_model(train::open_run(run, 1), folder, kind);
  }

  nlohmann::json config() const {
    return nlohmann::json::parse(base::read_file(folder / "config.json"));
  }
};

}  // namespace

TEST_CASE("a model is written as the architecture that holds its positions") {
  const Place place;
  CHECK(place.written({}, PublicKind::any) == "a GPT-2");
  CHECK(place.config().at("model_type") == "gpt2");
  CHECK(place.written({"model.positions=NONE", "position_ids=PLAIN"}, PublicKind::gpt2) ==
        "a GPT-2");
  CHECK(place.written({"model.positions=ROTARY"}, PublicKind::any) == "a GPT-NeoX");
  CHECK(place.config().at("model_type") == "gpt_neox");
  CHECK(place.written({"model.positions=ALIBI", "position_ids=PLAIN", "model.hidden=256"},
                      PublicKind::any) == "a BLOOM");
  const auto config = place.config();
  CHECK(config.at("model_type") == "bloom");
  CHECK(config.at("hidden_size").get<int>() % 2 == 0);
  CHECK(4 * config.at("hidden_size").get<int>() >= 256);  // our feed-forward layer fits
  std::set<std::string> files;
  for (const auto& entry : fs::directory_iterator(place.folder)) {
    files.insert(entry.path().filename());
  }
  CHECK(files == std::set<std::string>{"config.json", "model.safetensors", "tokenizer.json",
                                       "tokenizer_config.json", "special_tokens_map.json"});
}

TEST_CASE("what no public model holds is named by its field, and nothing is written") {
  const Place place;
  const auto refused = [&](const std::vector<std::string>& sets, PublicKind kind,
                           const std::string& why) {
    INFO(why);
    CHECK_THROWS_WITH(place.written(sets, kind), Contains(why));
    CHECK(!fs::exists(place.folder));
  };
  refused({"model.positions=ROTARY"}, PublicKind::gpt2,
          "model.positions: does not fit into a GPT-2: it adds them to the tokens "
          "(--transformers writes a GPT-NeoX)");
  refused({"model.positions=ALIBI", "position_ids=PLAIN"}, PublicKind::gpt2,
          "--transformers writes a BLOOM");
  refused({"model.logit_scale=LOG_N"}, PublicKind::any,
          "model.logit_scale: does not fit into a GPT-2");
  refused({"model.logit_scale=LEARNED_LOG_N", "model.positions=ROTARY"}, PublicKind::any,
          "model.logit_scale: does not fit into a GPT-NeoX");
  refused({"model.products=BFLOAT16"}, PublicKind::any, "model.products: does not fit");
  refused({"model.positions=ALIBI", "position_ids=PLAIN", "model.width=18", "model.heads=3"},
          PublicKind::any,
          "model.heads: does not fit into a BLOOM: its ALiBi has other slopes for 3");
}

TEST_CASE("a folder with something else in it is not written over") {
  const Place place;
  place.written({}, PublicKind::any);
  base::write_file(place.folder / "notes", "mine");
  CHECK_THROWS_WITH(place.written({"model.positions=ROTARY"}, PublicKind::any),
                    Contains("cannot write a GPT-NeoX over it: it holds notes"));
  CHECK(place.config().at("model_type") == "gpt2");
}

}  // namespace lab::exchange
