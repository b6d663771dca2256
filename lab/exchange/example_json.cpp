#include "lab/exchange/example_json.h"

#include <nlohmann/json.hpp>

namespace lab::exchange {

nlohmann::ordered_json json_of(const tasks::Task& task, std::string_view label, tasks::Pool pool,
                               const tasks::Example& example) {
  return {{"task", label},
          {"pool", tasks::name(pool)},
          {"difficulty", example.difficulty},
          {"prompt", task.vocabulary().text(example.prompt)},
          {"answer", task.vocabulary().text(example.answer)},
          {"facets", task.facets(example)}};
}

}  // namespace lab::exchange
