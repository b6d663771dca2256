#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/stop.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/scores.h"
#include "lab/train/lesson.h"

namespace lab::train {

/// What a run reports while it works; every call comes from the thread that called train_run.
struct TrainingReport {
  std::int64_t step = 0, steps = 0;
  double loss = 0;           ///< nats per target token, mean since the last report
  double accuracy = 0;       ///< share of target tokens right
  double gradient_norm = 0;  ///< before clipping
  double learning_rate = 0;
  double tokens_per_second = 0;
  double seconds_left = 0;
};

struct RunOptions {
  std::filesystem::path store = "results/runs";
  int threads = 1;
  std::function<void(const TrainingReport&)> report;  ///< may be empty
  /// Told of a run that is trained first, for another starts from it; may be empty.
  std::function<void(const spec::RunSpec&)> first = nullptr;
};

enum class RunOutcome {
  done,     ///< trained and scored now
  cached,   ///< was finished before; nothing was computed
  claimed,  ///< another live process works on it
  stopped,  ///< a stop was requested (SIGINT, SIGTERM); state saved, run again to go on
};

/// Trains a run in store/<fingerprint>, going on from its last good checkpoint, then scores it. The
/// run that it starts from is trained first if it is not finished, or waited for while another
/// process is at it.
/// The same numbers come out however often it was interrupted (kill -9 included) and for any number
/// of threads. Throws base::Error; the last good state is kept.
RunOutcome train_run(const Lesson& lesson, const RunOptions& options);

}  // namespace lab::train
