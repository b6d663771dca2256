#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace base {
namespace {

std::vector<std::string> merged(const std::map<std::string, std::string>& environment) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (!environment.contains(text.substr(0, text.find('=')))) entries.push_back(text);
  }
  for (const auto& [key, value] : environment) entries.push_back(key + "=" + value);
  return entries;
}

/// Pointers to the texts, and a null: what the C interfaces take. Borrows `texts`.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// In a process group of its own, with no signal ignored that we ignore for ourselves.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

}  // namespace

std::filesystem::path this_program() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink(running_program, error);
  if (!error) return path;
  // Without /proc (a bare chroot) the kernel's word on what was started: execve(2)'s path.
  const auto* started = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  base::require(started != nullptr, running_program, ": cannot read: ", error.message());
  return std::filesystem::absolute(started);
}

pid_t start_process(const std::vector<std::string>& words,
                    const std::map<std::string, std::string>& environment,
                    const std::filesystem::path& log) {
  std::vector<std::string> arguments = words, variables = merged(environment);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  // A bare chroot has neither /dev/null nor /proc.
  const char* nothing = access("/dev/null", W_OK) == 0 ? "/dev/null" : log.c_str();
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, nothing, O_RDONLY | O_CREAT, 0644);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, nothing, O_WRONLY | O_APPEND, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, log.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0644);
  const SpawnAttributes attributes;
  pid_t child = 0;
  const bool again = words.front() == running_program && access(running_program, X_OK) != 0;
  const std::string program = again ? this_program().string() : words.front();
  const int error = posix_spawn(&child, program.c_str(), &files, attributes.get(),
                                pointers(arguments).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&files);
  base::require(error == 0, words.front(), ": cannot start: ", std::strerror(error),
                " (log: ", log.string(), ")");
  return child;
}

void wait_for_any(std::span<const pid_t> children, std::chrono::milliseconds at_most) {
  std::vector<pollfd> ends;
  for (const pid_t child : children) {
    // The C library of Debian 12 has no name for it. Refused (an old kernel), poll passes it over.
    const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    ends.push_back({descriptor, POLLIN, 0});
  }
  poll(ends.data(), ends.size(), static_cast<int>(at_most.count()));
  for (const pollfd& end : ends) {
    if (end.fd >= 0) close(end.fd);
  }
}

std::optional<int> exit_code_of(pid_t child) {
  int status = 0;
  const pid_t ended = waitpid(child, &status, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) return std::nullopt;
  base::promise(ended == child, "a child is asked about until it has ended");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace base
