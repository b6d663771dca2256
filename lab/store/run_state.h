#pragma once
#include <optional>
#include <string_view>

namespace lab::store {

/// Where a run stands. Its manifest says running, stopped, failed or finished, as the process that
/// was at it last knew; state_of() (manifest.h) holds that against what else is in the folder. In
/// the order in which people want to see runs that are not finished.
enum class RunState {
  finished,
  running,      ///< a live process is at it
  interrupted,  ///< the process that was at it is gone, and could not say so
  stopped,      ///< by request: its state is saved
  failed,       ///< with an error
  unreadable,   ///< its folder cannot be understood
  waiting,      ///< not begun
};
inline constexpr RunState all_run_states[] = {
    RunState::finished, RunState::running,    RunState::interrupted, RunState::stopped,
    RunState::failed,   RunState::unreadable, RunState::waiting};

/// As it is written in manifests, tables and JSON.
std::string_view name(RunState state);

/// Nothing if no state has this name.
std::optional<RunState> run_state_named(std::string_view text);

}  // namespace lab::store
