#include "tasks/pool_names.h"

#include <iterator>

#include "tasks/names.h"

namespace tasks {
static_assert(names_of(Pool{}).size() == std::size(all_pools));

bool is_held_out(Pool pool) { return pool != Pool::train && pool != Pool::validate; }

std::string_view name(Pool pool) { return names_of(pool)[static_cast<std::size_t>(pool)]; }

Pool pool_named(std::string_view name) {
  return static_cast<Pool>(position_named("pool", name, names_of(Pool{})));
}

}  // namespace tasks
