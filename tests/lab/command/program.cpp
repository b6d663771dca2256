#include "tests/lab/command/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

namespace tests {
namespace {

void redirect(int descriptor, const std::filesystem::path& file) {
  const int target = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  dup2(target, descriptor);
  close(target);
}

[[noreturn]] void become(const std::string& file, const std::vector<std::string>& words,
                         unsigned long file_bytes) {
  std::vector<std::string> texts{file};
  texts.insert(texts.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  if (file_bytes > 0) {
    const rlimit limit{file_bytes, file_bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  execv(file.c_str(), pointers.data());
  _exit(126);
}

}  // namespace

Program::Program(const std::vector<std::string>& words, unsigned long file_bytes,
                 const std::string& file) {
  const auto out = folder_.path() / "out", err = folder_.path() / "err";
  process_ = fork();
  base::promise(process_ >= 0, "a test can start a process");
  if (process_ > 0) return;
  redirect(STDOUT_FILENO, out);
  redirect(STDERR_FILENO, err);
  become(file, words, file_bytes);
}

Program::~Program() {
  if (running()) {
    send(SIGKILL);
    wait();
  }
}

bool Program::ended(int options) {
  if (process_ <= 0) return true;
  rusage used{};
  if (wait4(process_, &status_, options, &used) != process_) return false;
  process_ = 0;
  peak_bytes_ = 1024 * static_cast<double>(used.ru_maxrss);
  return true;
}

bool Program::running() { return !ended(WNOHANG); }

void Program::send(int signal) const {
  if (process_ > 0) kill(process_, signal);
}

Ended Program::wait() {
  ended(0);
  return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_),
          base::read_file(folder_.path() / "out"), base::read_file(folder_.path() / "err"),
          peak_bytes_};
}

Ended lab(const std::vector<std::string>& words) { return Program(words).wait(); }

}  // namespace tests
