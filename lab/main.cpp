#include <csignal>
#include <string>
#include <vector>

#include "lab/command/command.h"

int main(int count, char** words) {
  // A write beyond the file size limit fails like one to a full disk, instead of ending us.
  std::signal(SIGXFSZ, SIG_IGN);
  return static_cast<int>(lab::command::run_program({words + 1, words + count}));
}
