#include "lab/store/run_state.h"

#include <iterator>

namespace lab::store {
namespace {

constexpr std::string_view names[] = {"finished", "running",    "interrupted", "stopped",
                                      "failed",   "unreadable", "waiting"};
static_assert(std::size(names) == std::size(all_run_states));

}  // namespace

std::string_view name(RunState state) { return names[static_cast<std::size_t>(state)]; }

std::optional<RunState> run_state_named(std::string_view text) {
  for (const RunState state : all_run_states) {
    if (name(state) == text) return state;
  }
  return std::nullopt;
}

}  // namespace lab::store
