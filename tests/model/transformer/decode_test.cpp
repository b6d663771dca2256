#include "model/transformer/decode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <string>

#include "base/random.h"
#include "model/arithmetic/choose_arithmetic.h"
#include "model/transformer/text_group.h"

namespace model::transformer {
namespace {

using Texts = std::vector<std::vector<int>>;

constexpr arithmetic::Index vocabulary = 19;
constexpr int end_token = 18;

/// Every way to tell rows apart and to scale logits.
std::vector<layers::TransformerConfig> configs() {
  std::vector<layers::TransformerConfig> all;
  for (const layers::Positions positions : layers::all_positions) {
    for (const layers::LogitScale scale : layers::all_logit_scales) {
      layers::TransformerConfig config;
      config.vocabulary = vocabulary;
      config.max_positions = 90;
      config.width = 24;
      config.heads = 2;
      config.hidden = 40;
      config.blocks = 2;
      config.positions = positions;
      config.logit_scale = scale;
      all.push_back(config);
    }
  }
  all.push_back(all.front());
  all.back().loops = 2;
  return all;
}

/// A transformer with numbers, large enough to keep logits away from ties.
struct Loaded {
  Transformer<float> transformer;
  layers::Flat<float> weights;

  explicit Loaded(const layers::TransformerConfig& config)
      : transformer(config, arithmetic::choose_arithmetic()) {
    weights = layers::initial_weights<float>(config, transformer.parameters().layout, 3);
    for (float& w : weights) w *= 3;
    transformer.load(weights, 1);
  }
};

/// Texts of 1 to 40 tokens, over and under a panel of keys.
Texts random_texts(std::size_t count) {
  base::Random random(1, "decode test");
  Texts texts(count);
  for (auto& text : texts) {
    const auto length = 1 + random.below(40);
    for (int t = 0; t < length; ++t) text.push_back(static_cast<int>(random.below(vocabulary)));
  }
  return texts;
}

/// What one forward pass says after the text.
std::vector<float> logits_after(const Transformer<float>& transformer,
                                const std::vector<int>& text) {
  layers::Batch batch;
  batch.tokens = text;
  for (std::size_t t = 0; t < text.size(); ++t) batch.positions.push_back(static_cast<int>(t));
  batch.starts = {0, batch.rows()};
  batch.target_rows = {batch.rows() - 1};
  Trace<float> trace;
  layers::AttentionScratch<float> scratch;
  transformer.forward(batch, trace, scratch);
  return {trace.logits.row(0), trace.logits.row(0) + vocabulary};
}

void require_same(const float* grown, const std::vector<float>& wanted) {
  if (std::string(arithmetic::choose_arithmetic().name) != "eigen") {
    REQUIRE(std::memcmp(grown, wanted.data(), wanted.size() * sizeof(float)) == 0);
  }
  for (std::size_t v = 0; v < wanted.size(); ++v) {  // Eigen's sums depend on the shape
    REQUIRE(grown[v] == Approx(wanted[v]).epsilon(1e-3).margin(1e-3));
  }
}

std::vector<int> random_limits(std::size_t count) {
  base::Random random(2, "decode test");
  std::vector<int> limits;
  for (std::size_t i = 0; i < count; ++i) limits.push_back(static_cast<int>(random.below(45)));
  return limits;
}

}  // namespace

TEST_CASE("texts that grow side by side have the logits of one forward pass over each alone") {
  for (const layers::TransformerConfig& config : configs()) {
    CAPTURE(int(config.positions), int(config.logit_scale));
    const Loaded loaded(config);
    Texts texts = random_texts(11);
    const std::vector<arithmetic::Index> limits(texts.size(), 80);
    TextGroup group(loaded.transformer);
    for (int round = 0; round < 2; ++round) {  // its memory serves two groups
      group.start(std::vector<std::span<const int>>(texts.begin(), texts.end()), limits);
      std::vector<arithmetic::Index> growing{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
      for (int step = 0; step < 36; ++step) {
        for (std::size_t i = 0; i < growing.size(); ++i) {
          if (step % 5 != 0) break;  // enough to see
          const auto& text = texts[static_cast<std::size_t>(growing[i])];
          require_same(group.logits().row(arithmetic::Index(i)),
                       logits_after(loaded.transformer, text));
        }
        if (step % 6 == 2) growing.erase(growing.begin() + step / 6 % std::ssize(growing));
        std::vector<int> tokens;
        for (const arithmetic::Index b : growing) {
          tokens.push_back(static_cast<int>((7 * b + 3 * step) % vocabulary));
          texts[static_cast<std::size_t>(b)].push_back(tokens.back());
        }
        group.read(growing, tokens);
      }
      texts = random_texts(11);
      std::reverse(texts.begin(), texts.end());
    }
  }
}

TEST_CASE("a text that grows past what a query takes at once has the logits of one pass over it") {
  for (layers::TransformerConfig config : configs()) {
    CAPTURE(int(config.positions), int(config.logit_scale));
    config.max_positions = 2 * layers::short_text + 40;
    const Loaded loaded(config);
    for (const arithmetic::Index boundary : {layers::short_text, 2 * layers::short_text}) {
      std::vector<int> text;
      for (arithmetic::Index t = 0; t < boundary - 2; ++t)
        text.push_back(static_cast<int>(5 * t % vocabulary));
      const std::vector<arithmetic::Index> limit{boundary + 8};
      TextGroup group(loaded.transformer);
      group.start(std::vector<std::span<const int>>{text}, limit);
      for (int step = 0; step < 6; ++step) {
        require_same(group.logits().row(0), logits_after(loaded.transformer, text));
        text.push_back(step % vocabulary);
        group.read(std::vector<arithmetic::Index>{0}, std::vector{text.back()});
      }
    }
  }
}

TEST_CASE("answers depend neither on the group they were decoded in nor on the threads") {
  const Texts prompts = random_texts(37);
  const std::vector<int> limits = random_limits(prompts.size());
  int ended = 0, cut = 0;
  for (const layers::TransformerConfig& config : configs()) {
    CAPTURE(int(config.positions), int(config.logit_scale));
    const Loaded loaded(config);
    Texts alone;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
      alone.push_back(decode(loaded.transformer, std::span(&prompts[i], 1),
                             std::span(&limits[i], 1), end_token, 1)[0]);
      const bool at_end = !alone.back().empty() && alone.back().back() == end_token;
      REQUIRE((at_end || std::ssize(alone.back()) == limits[i]));
      ++(at_end ? ended : cut);
    }
    for (const arithmetic::Index group_size : {1, 2, 5, 16, 64}) {
      for (const int threads : {1, 3}) {
        REQUIRE(decode(loaded.transformer, prompts, limits, end_token, threads, group_size) ==
                alone);
      }
    }
  }
  CHECK(ended > 50);  // else the test would say little
  CHECK(cut > 50);
}

TEST_CASE("an answer ends with the end token, or with its limit") {
  const Loaded loaded(configs()[0]);
  const Texts prompts(2, {1, 2, 3});
  const std::vector<int> first =
      decode(loaded.transformer, prompts, std::vector<int>{40, 0}, vocabulary, 1)[0];
  REQUIRE(first.size() == 40);
  const int end = first[7];
  const auto stop = std::find(first.begin(), first.end(), end) + 1;
  const Texts answers = decode(loaded.transformer, prompts, std::vector<int>{40, 1}, end, 1);
  CHECK(answers[0] == std::vector<int>(first.begin(), stop));
  CHECK(answers[1] == std::vector<int>{first[0]});
  CHECK(decode(loaded.transformer, prompts, std::vector<int>{0, -1}, end, 1) == Texts(2));
  CHECK(decode(loaded.transformer, {}, {}, end, 2).empty());
}

TEST_CASE("prompts that cannot be continued are errors that say why") {
  layers::TransformerConfig config = configs()[0];
  config.positions = layers::Positions::learned;
  config.max_positions = 8;
  const Loaded loaded(config);
  const auto decoded = [&](const std::vector<int>& prompt, int limit) {
    return decode(loaded.transformer, std::span(&prompt, 1), std::span(&limit, 1), vocabulary, 2);
  };
  CHECK(decoded({1, 2, 3}, 6)[0].size() == 6);  // the last token is never read
  CHECK_THROWS_WITH(decoded({1, 2, 3}, 7), Catch::Contains("model.max_positions is too small"));
  CHECK_THROWS_WITH(decoded({1, 19}, 2), "token: must be in 0..18, got 19");
  CHECK_THROWS_WITH(decoded({}, 2), "decode: the prompt is empty");
}

}  // namespace model::transformer
