#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/exit_code.h"
#include "base/machine.h"
#include "lab/train/lesson.h"

namespace lab::train {

/// Something that takes memory, and what would make it less.
struct MemoryShare {
  std::string what;  ///< "training, lanes: 2, texts of up to 802 tokens"
  std::int64_t bytes = 0;
  std::string fields;  ///< "train.lanes, train.chunk_tokens or task.difficulty"
};

/// Estimates of the most that a process takes at one time, from shapes, lengths and counts alone.
using MemoryNeed = std::vector<MemoryShare>;
std::int64_t total(const MemoryNeed& need);

/// Of training and scoring a run, on so many threads; of opening one to ask it.
MemoryNeed memory_to_train(const Lesson& lesson, int threads);
MemoryNeed memory_to_open(const Lesson& lesson);

/// What an opened run takes beside that: to be asked what lesson.spec.score says of one of its
/// parts; to answer prompts on so many threads, answers included of up to so many tokens; to read
/// so many texts at once with every activation and attention weight kept.
MemoryNeed memory_to_score(const Lesson& lesson, std::size_t part, int threads);
MemoryNeed memory_to_answer(const Lesson& lesson, std::int64_t tokens, int threads);
MemoryNeed memory_to_read(const Lesson& lesson, std::int64_t tokens, std::int64_t texts);

/// "1.2 GB"
std::string bytes_text(std::int64_t bytes);

/// Throws base::Error that names the largest share and what makes it less if this is more than is
/// free, if that is known, before anything is taken.
void require_memory(const MemoryNeed& need, base::ExitCode code,
                    std::optional<std::int64_t> free = base::available_memory());

}  // namespace lab::train
