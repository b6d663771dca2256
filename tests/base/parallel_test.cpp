#include "base/parallel.h"

#include <rapidcheck.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <limits>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

TEST_CASE("the body is called once for each index on any number of threads") {
  const bool holds = rc::check([] {
    const auto count = *rc::gen::inRange<std::int64_t>(0, 50);
    const auto threads = *rc::gen::inRange(-1, 9);
    std::vector<int> calls(static_cast<std::size_t>(count), 0);
    base::parallel_for(count, threads,
                       [&](std::int64_t i) { ++calls[static_cast<std::size_t>(i)]; });
    RC_ASSERT(std::ranges::count(calls, 1) == count);
  });
  CHECK(holds);
}

TEST_CASE("no more threads work than allowed") {
  std::mutex lock;
  for (const int threads : {1, 2, 3}) {
    std::set<std::thread::id> workers;
    base::parallel_for(40, threads, [&](std::int64_t) {
      const std::scoped_lock hold(lock);
      workers.insert(std::this_thread::get_id());
    });
    CHECK(workers.size() <= static_cast<std::size_t>(threads));
  }
}

TEST_CASE("the failure of the lowest index is thrown after every body has run") {
  for (const int threads : {1, 4}) {
    std::vector<int> calls(20, 0);
    const auto run = [&] {
      base::parallel_for(20, threads, [&](std::int64_t i) {
        ++calls[static_cast<std::size_t>(i)];
        if (i == 7 || i == 13) throw std::runtime_error(std::to_string(i));
      });
    };
    REQUIRE_THROWS_WITH(run(), "7");
    CHECK(std::ranges::count(calls, 1) == 20);
  }
}

TEST_CASE("a loop in a loop still calls each body once") {
  std::vector<int> calls(12, 0);
  base::parallel_for(3, 2, [&](std::int64_t i) {
    base::parallel_for(4, 2, [&](std::int64_t j) { ++calls[static_cast<std::size_t>(4 * i + j)]; });
  });
  CHECK(std::ranges::count(calls, 1) == 12);
}

TEST_CASE("a process that was forked has threads of its own") {
  std::atomic<int> calls = 0;
  const auto count = [&](std::int64_t) { ++calls; };
  base::parallel_for(8, 3, count);  // now there are threads
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);  // who waits for threads that are not there is killed
    base::parallel_for(8, 3, count);
    _exit(calls == 16 ? 0 : 1);
  }
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  base::parallel_for(8, 3, count);
  CHECK(calls == 16);
}

#if defined(__x86_64__)
TEST_CASE("denormal numbers count as zero inside on any number of threads and not outside") {
  volatile float smallest = std::numeric_limits<float>::min();
  volatile float half = 0.5F;
  for (const int threads : {1, 2}) {
    std::vector<float> products(4, -1);
    base::parallel_for(4, threads, [&](std::int64_t i) {
      products[static_cast<std::size_t>(i)] = smallest * half;
    });
    CHECK(products == std::vector<float>(4, 0));
    CHECK(smallest * half > 0);
    CHECK_THROWS(base::parallel_for(4, threads, [](std::int64_t) { throw 1; }));
    CHECK(smallest * half > 0);
  }
}
#endif

}  // namespace
