#pragma once
#include <string>
#include <vector>

#include "model/layers/batch.h"
#include "model/layers/config.h"

namespace lab {

/// A shape to time. Vocabulary 128, learned positions, a target at every row.
struct BenchCase {
  std::string name;
  model::Index blocks = 0, width = 0, heads = 0;
  model::Index length = 0;     ///< tokens of a sequence
  model::Index sequences = 0;  ///< of a step
  model::Index chunk = 0;      ///< tokens a lane works on at a time
  model::ProductPrecision products = model::ProductPrecision::float32;

  model::Index tokens() const { return length * sequences; }
};

inline constexpr model::Index bench_vocabulary = 128;

/// The shapes whose speed is told: A to D are models of width 64 to 512 at short sequences, T300 is
/// a small one at long sequences.
const std::vector<BenchCase>& bench_cases();

/// What is timed: a training step (forward, backward, AdamW), the forward pass that scores, or
/// greedy decoding of `length` new tokens for each sequence after a prompt of one.
enum class BenchWork { train, score, decode };

const char* name_of(BenchWork work);
const char* name_of(model::ProductPrecision products);  ///< "float32", "bfloat16", "bfloat16_amx"

/// Floating-point operations of a token: 2 for each weight of a product and 2 L C T for the causal
/// half of the two attention products; backward twice as much.
double flops_per_token(const BenchCase& shape, BenchWork work);

model::TransformerConfig bench_config(const BenchCase& shape);

/// Random tokens and targets: all sequences, in chunks of whole ones.
std::vector<model::Batch> bench_chunks(const BenchCase& shape);

}  // namespace lab
