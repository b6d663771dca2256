#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "lab/store/claim.h"
#include "lab/store/step_values.h"
#include "model/layers/batch.h"

namespace lab::store {

/// What happened over some steps in a row. Sums; the means are made when shown.
struct StepWindow {
  std::int64_t steps = 0;
  std::int64_t rows = 0;  ///< tokens read
  model::layers::LossSum loss;
  double gradient_norms = 0;  ///< sum over the steps
  double learning_rate = 0;   ///< of the last step
  double seconds = 0;

  double loss_per_token() const { return loss.nats / loss.weight; }  ///< nats
  double accuracy() const { return loss.correct / loss.weight; }     ///< share of tokens right
  double gradient_norm() const { return gradient_norms / static_cast<double>(steps); }
  double tokens_per_second() const { return static_cast<double>(rows) / seconds; }
};

/// Adds a line to the claimed folder's steps.jsonl for the steps up to `step`. Gives what of it is
/// drawn over training: loss, accuracy, gradient_norm, learning_rate and tokens_per_second, each
/// behind "train/".
StepValues append_step_line(const Claim& claim, std::int64_t step, const StepWindow& window);

/// The same of every line there is.
std::vector<StepValues> logged_values(const std::filesystem::path& folder);

/// A line of steps.jsonl, as far as progress is told from it.
struct StepLine {
  std::int64_t step = 0;
  std::int64_t steps = 0;  ///< that the line is about, the last of them `step`
  double loss = 0;         ///< nats per target token
  double accuracy = 0;     ///< share of target tokens right
  double tokens_per_second = 0;
  double seconds = 0;  ///< that the steps took
};

/// The folder's lines in order, while a run may be writing them: none if there is no file, and a
/// last line that is not whole yet is left out.
std::vector<StepLine> step_lines(const std::filesystem::path& folder);

/// Takes away the lines of steps after `step`, and a last line that was cut short: the file of a
/// resumed run has each step once.
void truncate_step_log(const Claim& claim, std::int64_t step);

}  // namespace lab::store
