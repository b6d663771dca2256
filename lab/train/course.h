#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "lab/spec/run_spec.h"

namespace lab::train {

/// What a part is trained on over the steps of a run; the first step is 0.

/// The difficulties of a step: all, or as far as the part's curriculum has come.
tasks::Range trained_range(const spec::MixturePart& part, std::int64_t step);

/// The part's weight at a step of so many.
double trained_weight(const spec::MixturePart& part, std::int64_t step, std::int64_t steps);

/// How often each difficulty of a range of the part's is drawn, relative to the others.
std::vector<double> difficulty_shares(const spec::MixturePart& part, tasks::Range range);

/// How many of the part's train_items are of each difficulty that is trained on: one, and of the
/// others as many as its share, to the next whole number. Promise: there is one for each.
std::map<int, std::int64_t> items_by_difficulty(const spec::MixturePart& part);

}  // namespace lab::train
