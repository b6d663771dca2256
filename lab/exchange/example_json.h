#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "tasks/pool.h"

namespace lab::exchange {

/// {"task", "pool", "difficulty", "prompt", "answer", "facets"} of an example in the task's own
/// tokens; `label` is the task's name in the mixture.
nlohmann::ordered_json json_of(const tasks::Task& task, std::string_view label, tasks::Pool pool,
                               const tasks::Example& example);

}  // namespace lab::exchange
