#pragma once
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

/// Runs `body` in a child process, its stderr in the file `errors`; returns how the child ended, as
/// waitpid tells it. The child ends with 0 after `body`. No other thread may be running.
template <typename Body>
int in_child(const std::filesystem::path& errors, const Body& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int file = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, 2);
    ::signal(SIGABRT, SIG_DFL);  // Catch2 would print a report of its own
    body();
    ::_exit(0);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}
