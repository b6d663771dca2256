#include "lab/train/packing.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/random.h"

namespace lab::train {
namespace {

void require_fit(model::arithmetic::Index rows, model::arithmetic::Index max_positions) {
  if (rows <= max_positions) return;
  throw base::Error(fmt::format("model.max_positions: a sequence takes {} positions, got {}", rows,
                                max_positions),
                    base::ExitCode::bad_spec);
}

void append(const tasks::Example& example, int shift, model::layers::Batch& batch) {
  const model::arithmetic::Index begin = batch.rows(), length = rows_of(example);
  const auto prompt = std::ssize(example.prompt);
  batch.tokens.insert(batch.tokens.end(), example.prompt.begin(), example.prompt.end());
  batch.tokens.insert(batch.tokens.end(), example.answer.begin(), example.answer.end() - 1);
  for (model::arithmetic::Index t = 0; t < length; ++t) {
    batch.positions.push_back(shift + static_cast<int>(t));
    if (t >= prompt - 1) batch.target_rows.push_back(begin + t);
  }
  batch.targets.insert(batch.targets.end(), example.answer.begin(), example.answer.end());
  batch.weights.resize(batch.targets.size(), 1.0f);
  batch.starts.push_back(batch.rows());
}

}  // namespace

model::arithmetic::Index rows_of(const tasks::Example& example) {
  base::promise(!example.prompt.empty() && !example.answer.empty(),
                "an example has a prompt and an answer");
  return std::ssize(example.prompt) + std::ssize(example.answer) - 1;
}

void require_fit(std::span<const tasks::Example> examples, model::arithmetic::Index max_positions) {
  for (const tasks::Example& example : examples) require_fit(rows_of(example), max_positions);
}

std::vector<model::layers::Batch> pack(std::span<const tasks::Example> examples,
                                       model::arithmetic::Index chunk_tokens,
                                       model::arithmetic::Index max_positions,
                                       std::span<const int> shifts) {
  base::promise(shifts.empty() || shifts.size() == examples.size(), "one shift for each example");
  std::vector<model::layers::Batch> chunks;
  for (std::size_t e = 0; e < examples.size(); ++e) {
    const int shift = shifts.empty() ? 0 : shifts[e];
    require_fit(shift + rows_of(examples[e]), max_positions);
    if (chunks.empty() || chunks.back().rows() >= chunk_tokens) chunks.emplace_back();
    append(examples[e], shift, chunks.back());
  }
  return chunks;
}

std::vector<int> random_shifts(std::span<const tasks::Example> examples,
                               model::arithmetic::Index max_positions, std::uint64_t seed,
                               std::uint64_t first) {
  std::vector<int> shifts;
  for (std::size_t e = 0; e < examples.size(); ++e) {
    const model::arithmetic::Index rows = rows_of(examples[e]);
    require_fit(rows, max_positions);
    base::Random random(seed, "position shift", first + e);
    shifts.push_back(static_cast<int>(random.below(max_positions - rows + 1)));
  }
  return shifts;
}

}  // namespace lab::train
