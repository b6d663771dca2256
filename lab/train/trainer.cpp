#include "lab/train/trainer.h"

#include <cmath>
#include <numbers>

#include "base/error.h"
#include "lab/train/training_data.h"

namespace lab::train {

double learning_rate(const spec::TrainSpec& train, std::int64_t step) {
  const double peak = train.learning_rate;
  const auto taken = static_cast<double>(step + 1), warmup = static_cast<double>(train.warmup);
  if (step < train.warmup) return peak * taken / warmup;
  const double way = (taken - warmup) / static_cast<double>(train.steps - train.warmup);  // (0, 1]
  switch (train.schedule) {
    case spec::Schedule::constant:
      return peak;
    case spec::Schedule::linear:
      return peak * (1 - (1 - train.final_rate) * way);
    case spec::Schedule::cosine:
      return peak * (train.final_rate +
                     (1 - train.final_rate) * (1 + std::cos(std::numbers::pi * way)) / 2);
  }
  base::promise(false, "every schedule has a rate");
  return 0;
}

Trainer::Trainer(const Lesson& lesson, int threads)
    : lesson_(lesson),
      threads_(threads),
      learner_(lesson.model, lesson.spec.train.lanes, threads, lesson.spec.train.frozen) {}

model::training::TrainingState Trainer::start() const {
  return learner_.start(lesson_.spec.seed, lesson_.spec.train.average_decay > 0);
}

TrainStep Trainer::step(model::training::TrainingState& learned) {
  const spec::TrainSpec& train = lesson_.spec.train;
  const std::vector<model::layers::Batch> chunks = training_batch(lesson_, learned.step, threads_);
  const double rate = learning_rate(train, learned.step);
  TrainStep taken{{}, rate, 0};
  for (const model::layers::Batch& chunk : chunks) taken.rows += chunk.rows();
  taken.report =
      learner_.step(chunks, {rate, train.clip, train.average_decay, train.adamw}, learned);
  return taken;
}

void add(store::StepWindow& window, const TrainStep& step, double seconds) {
  window.steps += 1;
  window.rows += step.rows;
  window.loss += step.report.loss;
  window.gradient_norms += step.report.gradient_norm;
  window.learning_rate = step.learning_rate;
  window.seconds += seconds;
}

}  // namespace lab::train
