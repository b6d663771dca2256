#pragma once
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace base {

/// This program's own file.
std::filesystem::path this_program();

/// What start_process starts as one more of this program, also when its file was replaced or
/// removed since: a sweep goes on with the program it began with.
inline constexpr const char* running_program = "/proc/self/exe";

/// Starts words[0] with the arguments words[1..], in a process group of its own (so that a Ctrl-C
/// of the terminal reaches the parent alone). `environment` is added to ours; standard input and
/// output are /dev/null, standard error is added to `log`. Throws base::Error if it cannot start.
pid_t start_process(const std::vector<std::string>& words,
                    const std::map<std::string, std::string>& environment,
                    const std::filesystem::path& log);

/// Returns when one of the children has ended, a signal came, or the time is over.
void wait_for_any(std::span<const pid_t> children, std::chrono::milliseconds at_most);

/// The exit code of a child that has ended (128 + n if signal n ended it); nothing if it still
/// runs. Ask no more once there was an answer.
std::optional<int> exit_code_of(pid_t child);

}  // namespace base
