#include "tasks/pool_names.h"

#include <iterator>

#include "tasks/names.h"

namespace tasks {
namespace {

constexpr std::string_view pool_names[] = {
    "train",  "validate", "test",   "type_0", "type_1", "type_2", "type_3", "type_4",
    "type_5", "type_6",   "type_7", "ii",     "io",     "oi",     "oo",     "ood"};
static_assert(std::size(pool_names) == std::size(all_pools));

}  // namespace

bool is_held_out(Pool pool) { return pool != Pool::train && pool != Pool::validate; }

std::string_view name(Pool pool) { return pool_names[static_cast<std::size_t>(pool)]; }

Pool pool_named(std::string_view name) {
  return static_cast<Pool>(position_named("pool", name, pool_names));
}

}  // namespace tasks
