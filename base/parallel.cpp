#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <exception>
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

std::exception_ptr failure_of(const std::function<void(std::int64_t)>& body, std::int64_t i) {
  try {
    const FlushDenormals flush;
    body(i);
    return nullptr;
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

void parallel_for(std::int64_t count, int threads, const std::function<void(std::int64_t)>& body) {
  if (count <= 0) return;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(count));
  const int team = static_cast<int>(std::min<std::int64_t>(count, threads));
  if (team <= 1) {  // no need to wake OpenMP
    for (std::int64_t i = 0; i < count; ++i) {
      failures[static_cast<std::size_t>(i)] = failure_of(body, i);
    }
  } else {
#pragma omp parallel for num_threads(team) schedule(dynamic, 1)
    for (std::int64_t i = 0; i < count; ++i) {
      failures[static_cast<std::size_t>(i)] = failure_of(body, i);
    }
  }
  for (const auto& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
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
