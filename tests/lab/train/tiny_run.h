#pragma once
#include <filesystem>
#include <string>

#include "lab/train/lesson.h"

namespace tests {

/// The text of a run that takes a fraction of a second and uses all that a run can: hints, shifted
/// position ids, an average of the weights, scores on the way. 60 steps, a checkpoint every 10.
extern const std::string tiny_text;

lab::train::Lesson tiny_lesson(const lab::spec::Overrides& overrides = {});
lab::spec::RunSpec tiny_spec(const lab::spec::Overrides& overrides = {});

/// Every saved bit of a run's result: the scores and the last checkpoint.
std::string bits_of(const std::filesystem::path& store, const lab::spec::RunSpec& spec);

/// The bits of `spec` trained in one go on one thread.
std::string bits_in_one_go(const lab::spec::RunSpec& spec);

}  // namespace tests
