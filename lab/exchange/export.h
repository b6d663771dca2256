#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "lab/train/lesson.h"

namespace lab::exchange {

/// What of a spec's data is written down.
struct ExportRequest {
  std::int64_t examples = 100;     ///< of each task, pool and difficulty; at most all of a pool
  std::vector<tasks::Pool> pools;  ///< none: all that each task has
  std::vector<int> difficulties;   ///< none: those trained on, and for the main task those scored
};

/// What was written of a spec's pools.
struct ExportedPools {
  std::int64_t examples = 0;
  std::vector<std::string> empty;  ///< "parity: pool test has no question at difficulty 1, 2"
};

/// Writes `file`, one JSON object a line and example, in the order of tasks, pools, difficulties
/// and indices (of tasks::example_at, but no prompt of an endless pool twice: tasks/different.h):
/// {"task", "pool", "difficulty", "prompt", "answer", "facets", "index", "key"}; key: 16 hex
/// digits, the question's. Then writes `<file>.manifest.json`: the spec's text and fingerprint,
/// bytes, lines and checksum of `file`, and for each task, pool and difficulty the seed, how many
/// examples were wanted and there are, how many different questions these are and a digest over
/// their keys in order. Examples of the train pool are drawn from the data seed, others from the
/// score seed (as `lab score` draws them). Neither needs memory for more than the keys of one
/// difficulty, and a file is seen whole or not at all; an old manifest is removed before its file
/// is replaced. A pool that has no question of a difficulty has no examples. Throws base::Error
/// (exit code 4) if nothing is left at all or a file cannot be written.
ExportedPools export_pools(const train::Lesson& lesson, const ExportRequest& request,
                           const std::filesystem::path& file);

}  // namespace lab::exchange
