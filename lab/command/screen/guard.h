#pragma once
#include <memory>

namespace lab::command::screen {

/// While one lives, std::cout and std::cerr reach a terminal without control characters but those
/// of a Drawing: names, prompts and lines of files that are shown are other people's, and may hold
/// any. Files and pipes get every byte.
class GuardedTerminal {
 public:
  GuardedTerminal();
  ~GuardedTerminal();
  GuardedTerminal(const GuardedTerminal&) = delete;
  GuardedTerminal& operator=(const GuardedTerminal&) = delete;

 private:
  class Guard;
  std::unique_ptr<Guard> out_, err_;
};

/// While one lives, what is written is the program's own drawing, and goes through as it is. Text
/// of others in it has to be without controls (base/utf8.h).
class Drawing {
 public:
  Drawing();
  ~Drawing();
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;
};

}  // namespace lab::command::screen
