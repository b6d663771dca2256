#pragma once
#include <sys/types.h>

#include <string>
#include <vector>

#include "base/scratch_folder.h"

namespace tests {

struct Ended {
  int code = 0;           ///< 128 + n if signal n ended it
  std::string out, err;   ///< what it wrote
  double peak_bytes = 0;  ///< the most memory it had at one time
};

/// The real program `lab` as a child process. Killed at the end if it still runs.
class Program {
 public:
  /// `file_bytes`: the largest file it may write (RLIMIT_FSIZE); 0: any. `file`: the program.
  explicit Program(const std::vector<std::string>& words, unsigned long file_bytes = 0,
                   const std::string& file = LAB_PROGRAM);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool running();
  void send(int signal) const;
  Ended wait();

 private:
  bool ended(int options);

  base::ScratchFolder folder_;
  pid_t process_ = 0;
  double peak_bytes_ = 0;
  int status_ = 0;
};

/// Runs `lab <words>` to its end.
Ended lab(const std::vector<std::string>& words);

}  // namespace tests
