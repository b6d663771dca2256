#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "lab/python/activations.h"
#include "lab/train/trained_run.h"

namespace lab::python {

/// A run that was opened, with the weights that it is scored with. Nothing changes in it, so that
/// many threads may ask it at once; traces and lessons keep it alive.
struct Loaded {
  std::filesystem::path folder;
  train::TrainedRun run;
  model::transformer::Transformer<float> transformer;  ///< borrows the weights of `run`
  std::vector<Activation> activations;
  int threads = 1;

  Loaded(std::filesystem::path folder, train::TrainedRun run, int threads);
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
};

/// The newest checkpoint of the run that `text` means in the store, or that of a step. Throws
/// base::Error if there is none, memory is short or threads are not in 1..1024.
std::shared_ptr<const Loaded> load(const std::filesystem::path& store, const std::string& text,
                                   std::optional<std::int64_t> step, std::optional<int> threads);

/// As many as are wanted, or as there are cores.
int threads_of(std::optional<int> wanted);

}  // namespace lab::python
