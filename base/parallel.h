#pragma once
#include <cstdint>

namespace base {

/// The body of a loop, borrowed for the duration of a call: no copy, no allocation.
class LoopBody {
 public:
  template <typename Body>
  LoopBody(const Body& body)  // NOLINT(google-explicit-constructor): a lambda is a loop body
      : body_(&body),
        call_([](const void* b, std::int64_t i) { (*static_cast<const Body*>(b))(i); }) {}

  void operator()(std::int64_t i) const { call_(body_, i); }

 private:
  const void* body_;
  void (*call_)(const void*, std::int64_t);
};

/// Calls body(i) once for every i in [0, count), on at most `threads` threads, in any order.
/// body(i) may write only what belongs to i. If bodies throw, the exception of the lowest i is
/// rethrown after all have finished. While a body runs, denormal floats count as zero (x86 only),
/// on any number of threads. Within a body, and while another thread is in here, the caller works
/// alone. Allocates nothing once there have been as many threads, unless a body throws. Threads
/// that nobody needs sleep. All threads of the program are behind this function.
void parallel_for(std::int64_t count, int threads, LoopBody body);

}  // namespace base
