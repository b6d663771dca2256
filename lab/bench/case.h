#pragma once
#include <string>
#include <vector>

#include "model/layers/batch.h"
#include "model/layers/config.h"

namespace lab::bench {

/// A shape to time. Vocabulary 128, learned positions, a target at every row.
struct BenchCase {
  std::string name;
  model::arithmetic::Index blocks = 0, width = 0, heads = 0;
  model::arithmetic::Index length = 0;     ///< tokens of a sequence
  model::arithmetic::Index sequences = 0;  ///< of a step
  model::arithmetic::Index chunk = 0;      ///< tokens a lane works on at a time
  model::layers::ProductPrecision products = model::layers::ProductPrecision::float32;

  model::arithmetic::Index tokens() const { return length * sequences; }
};

inline constexpr model::arithmetic::Index bench_vocabulary = 128;

/// The shapes whose speed is told: A to D are models of width 64 to 512 at short sequences, T300 is
/// a small one at long sequences, T1024 to T16384 at ever
/// longer ones.
const std::vector<BenchCase>& bench_cases();

/// What is timed: a training step (forward, backward, AdamW), the forward pass that scores, or
/// greedy decoding of `length` new tokens for each sequence after a prompt of one.
enum class BenchWork { train, score, decode };

const char* name_of(BenchWork work);
const char* name_of(
    model::layers::ProductPrecision products);  ///< "float32", "bfloat16", "bfloat16_amx"

/// Floating-point operations of a token: 2 for each weight of a product and 2 L C T for the causal
/// half of the two attention products; backward twice as much.
double flops_per_token(const BenchCase& shape, BenchWork work);

model::layers::TransformerConfig bench_config(const BenchCase& shape);

/// Random tokens and targets: all sequences, in chunks of whole ones.
std::vector<model::layers::Batch> bench_chunks(const BenchCase& shape);

}  // namespace lab::bench
