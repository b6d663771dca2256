#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <exception>
#include <mutex>
#include <vector>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace base {
namespace {

/// Numbers too small for full precision count as zero while this lives, in this thread. Some CPUs
/// take a hundred cycles for one, and libraries differ in keeping them; on other CPUs than x86 they
/// stay.
class FlushDenormals {
 public:
#if defined(__x86_64__)
  FlushDenormals() : before_(_mm_getcsr()) {
    _mm_setcsr(before_ | flush_to_zero | inputs_are_zero);
  }
  ~FlushDenormals() { _mm_setcsr(before_); }
#else
  FlushDenormals() = default;
#endif
  FlushDenormals(const FlushDenormals&) = delete;
  FlushDenormals& operator=(const FlushDenormals&) = delete;

#if defined(__x86_64__)
 private:
  // Bits of the control register (Intel manual, volume 1, 10.2.3).
  static constexpr unsigned flush_to_zero = 1U << 15, inputs_are_zero = 1U << 6;
  unsigned before_;
#endif
};

/// One call of parallel_for. The thread sanitizer cannot see OpenMP hand work to its threads and
/// take it back, so the same is said once more in atomics.
class Loop {
 public:
  explicit Loop(LoopBody body) : body_(body) {
    handed_over_.store(true, std::memory_order_release);
  }

  void run(std::int64_t i) {
    (void)handed_over_.load(std::memory_order_acquire);
    try {
      const FlushDenormals flush;
      body_(i);
    } catch (...) {
      keep_lowest(i, std::current_exception());
    }
    finished_.fetch_add(1, std::memory_order_release);
  }

  void rethrow_lowest() const {
    (void)finished_.load(std::memory_order_acquire);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void keep_lowest(std::int64_t i, const std::exception_ptr& failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_ || i < failed_) {
      failure_ = failure;
      failed_ = i;
    }
  }

  LoopBody body_;
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::int64_t failed_ = 0;  // what failure_ belongs to
  std::atomic<bool> handed_over_ = false;
  std::atomic<std::int64_t> finished_ = 0;
};

[[gnu::no_sanitize("thread")]] void run_on_team(Loop& loop, std::int64_t count, int team) {
#pragma omp parallel for num_threads(team) schedule(dynamic, 1)
  for (std::int64_t i = 0; i < count; ++i) loop.run(i);
}

}  // namespace

void parallel_for(std::int64_t count, int threads, LoopBody body) {
  if (count <= 0) return;
  Loop loop(body);
  const int team = static_cast<int>(std::min<std::int64_t>(count, threads));
  if (team > 1) {
    run_on_team(loop, count, team);
  } else {  // no need to wake OpenMP
    for (std::int64_t i = 0; i < count; ++i) loop.run(i);
  }
  loop.rethrow_lowest();
}

int available_cores() {
  std::vector<unsigned long> mask(16);  // 1024 cores, doubled while the kernel knows of more
  while (sched_getaffinity(0, mask.size() * sizeof(mask[0]),
                           reinterpret_cast<cpu_set_t*>(mask.data())) != 0) {
    if (errno != EINVAL || mask.size() > 4096) return 1;
    mask.assign(2 * mask.size(), 0);
  }
  int cores = 0;
  for (const unsigned long word : mask) cores += std::popcount(word);
  return std::max(cores, 1);
}

}  // namespace base
