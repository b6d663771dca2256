#include "lab/bench/case.h"

#include <algorithm>

#include "base/random.h"

namespace lab::bench {

const std::vector<BenchCase>& bench_cases() {
  static const std::vector<BenchCase> cases{
      {"A", 2, 128, 4, 64, 64, 64},       {"B", 4, 256, 8, 64, 64, 512},
      {"C", 2, 64, 4, 40, 128, 160},      {"D", 8, 512, 8, 64, 32, 512},
      {"T300", 2, 64, 4, 300, 32, 300},   {"T1024", 2, 64, 4, 1024, 8, 1024},
      {"T4096", 2, 64, 4, 4096, 2, 4096}, {"T16384", 2, 64, 4, 16384, 2, 16384}};
  return cases;
}

const char* name_of(BenchWork work) {
  switch (work) {
    case BenchWork::train:
      return "train";
    case BenchWork::score:
      return "score";
    case BenchWork::decode:
      return "decode";
  }
  return "";
}

const char* name_of(model::layers::ProductPrecision products) {
  switch (products) {
    case model::layers::ProductPrecision::float32:
      return "float32";
    case model::layers::ProductPrecision::bfloat16:
      return "bfloat16";
    case model::layers::ProductPrecision::bfloat16_amx:
      return "bfloat16_amx";
  }
  return "";
}

double flops_per_token(const BenchCase& c, BenchWork work) {
  const double weights = 12.0 * double(c.blocks) * double(c.width * c.width) +
                         double(bench_vocabulary) * double(c.width);
  const double forward = 2 * weights + 2 * double(c.blocks * c.width * c.length);
  switch (work) {
    case BenchWork::train:
      return 3 * forward;
    case BenchWork::score:
    case BenchWork::decode:
      break;
  }
  return forward;
}

model::layers::TransformerConfig bench_config(const BenchCase& shape) {
  model::layers::TransformerConfig config;
  config.vocabulary = bench_vocabulary;
  config.max_positions = shape.length;
  config.width = shape.width;
  config.heads = shape.heads;
  config.hidden = 4 * shape.width;
  config.blocks = shape.blocks;
  config.positions = model::layers::Positions::learned;
  config.products = shape.products;
  return config;
}

std::vector<model::layers::Batch> bench_chunks(const BenchCase& shape) {
  base::Random random(1, "bench");
  std::vector<model::layers::Batch> chunks;
  const model::arithmetic::Index in_chunk =
      std::max<model::arithmetic::Index>(1, shape.chunk / shape.length);
  for (model::arithmetic::Index s = 0; s < shape.sequences; ++s) {
    if (s % in_chunk == 0) chunks.emplace_back();
    model::layers::Batch& batch = chunks.back();
    for (model::arithmetic::Index t = 0; t < shape.length; ++t) {
      batch.target_rows.push_back(batch.rows());
      batch.tokens.push_back(static_cast<int>(random.below(bench_vocabulary)));
      batch.positions.push_back(static_cast<int>(t));
      batch.targets.push_back(static_cast<int>(random.below(bench_vocabulary)));
      batch.weights.push_back(1);
    }
    batch.starts.push_back(batch.rows());
  }
  return chunks;
}

}  // namespace lab::bench
