#include "tasks/composition/allowed.h"

#include <array>
#include <cmath>

#include "base/error.h"
#include "tasks/selection.h"

namespace tasks::composition {
namespace {

/// Of one table.
std::vector<bool> allowed_cells(const CompositionWorld& world, std::size_t table) {
  const auto cells = std::ssize(world.tables[table]);
  const auto share = std::llround(world.config.seen_ratio * static_cast<double>(cells));
  Selection selection(share, cells,
                      base::Random(world.config.world_seed, "composition allowed", table));
  std::vector<bool> allowed;
  for (std::int64_t cell = 0; cell < cells; ++cell) allowed.push_back(selection.takes_next());
  return allowed;
}

FragmentChoice choice_of(const std::vector<bool>& cells) {
  FragmentChoice choice{
      {}, [](Fragment) { return std::vector<Token>{}; }, [](Fragment) { return 0; }};
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell]) choice.possible.push_back(static_cast<Fragment>(cell));
  }
  return choice;
}

}  // namespace

std::string_view call_name(std::size_t call) {
  static constexpr std::array<std::string_view, 8> names{"f1", "f2", "f3", "f4",
                                                         "f5", "f6", "f7", "f8"};
  base::promise(call < names.size(), "there are at most eight calls");
  return names[call];
}

AllowedCalls::AllowedCalls(const CompositionWorld& world) {
  std::vector<KindChoice> kinds;
  for (std::size_t call = 0; call < world.plan.calls.size(); ++call) {
    const auto table = static_cast<std::size_t>(world.plan.calls[call].table);
    cells_.push_back(allowed_cells(world, table));
    kinds.push_back({call_name(call), choice_of(cells_.back())});
  }
  rules_ = AllowedFragments(kinds, world.config.coverage);
}

bool AllowedCalls::allows(std::uint64_t number, std::span<const int> cells) const {
  for (std::size_t call = 0; call < cells.size(); ++call) {
    if (!cells_[call][static_cast<std::size_t>(cells[call])]) return false;
    if (!rules_.allows(call, cells[call])) return false;
  }
  return rules_.allows_question(number);
}

}  // namespace tasks::composition
