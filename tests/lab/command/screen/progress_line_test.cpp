#include "lab/command/screen/progress_line.h"

#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

namespace lab::command::screen {
namespace {

/// What goes to std::cerr for as long as it lives.
class Listening {
 public:
  Listening() : before_(std::cerr.rdbuf(heard_.rdbuf())) {}
  ~Listening() { std::cerr.rdbuf(before_); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  std::string heard() const { return heard_.str(); }

 private:
  std::ostringstream heard_;
  std::streambuf* before_;
};

TEST_CASE("the line of a run has its step, what it learned, and the time to go") {
  const Listening listening;
  ProgressLine().show({.step = 50,
                       .steps = 100,
                       .loss = 1.25,
                       .accuracy = 0.5,
                       .gradient_norm = 0.75,
                       .learning_rate = 1e-3,
                       .tokens_per_second = 1234,
                       .seconds_left = 200});
  CHECK_THAT(listening.heard(),
             Catch::Contains("step 50/100  loss 1.2500  tokens right 50.0 %  gradient 0.75  rate "
                             "1.00e-03  1234 tokens/s  3 min 20 s to go"));
}

}  // namespace
}  // namespace lab::command::screen
