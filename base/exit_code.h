#pragma once
#include <array>
#include <string_view>

namespace base {

/// What the program ends with.
enum class ExitCode {
  done = 0,
  check_failed = 1,
  wrong_usage = 2,
  bad_spec = 3,
  bad_data = 4,
  stopped = 75,       ///< EX_TEMPFAIL of sysexits.h
  interrupted = 130,  ///< as shells say of SIGINT
};

struct ExitMeaning {
  ExitCode code;
  std::string_view meaning;
};

/// Every exit code there is, for people.
inline constexpr std::array<ExitMeaning, 7> exit_meanings{{
    {ExitCode::done, "done"},
    {ExitCode::check_failed, "a check failed"},
    {ExitCode::wrong_usage, "wrong usage"},
    {ExitCode::bad_spec, "bad spec"},
    {ExitCode::bad_data, "bad data or store"},
    {ExitCode::stopped, "stopped early, state saved: run again to go on"},
    {ExitCode::interrupted, "interrupted"},
}};

}  // namespace base
