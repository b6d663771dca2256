#include "base/stop.h"

#include <catch2/catch.hpp>
#include <csignal>

namespace {

volatile std::sig_atomic_t heard = 0;

TEST_CASE("a signal asks for a stop, and afterwards does what it did before") {
  const auto ours = [](int signal) { heard = signal; };
  const auto before = std::signal(SIGTERM, ours);
  {
    const base::StopOnSignals signals;
    { const base::StopOnSignals within; }
    CHECK(base::stop_signal() == 0);
    std::raise(SIGTERM);
    CHECK(base::stop_requested());
    CHECK(base::stop_signal() == SIGTERM);
    CHECK(heard == 0);
  }
  base::clear_stop();
  CHECK_FALSE(base::stop_requested());
  std::raise(SIGTERM);
  CHECK(heard == SIGTERM);
  CHECK_FALSE(base::stop_requested());
  std::signal(SIGTERM, before);
}

}  // namespace
