#pragma once
#include <cstdint>
#include <functional>

namespace base {

/// Calls body(i) once for every i in [0, count), on at most `threads` threads, in any order.
/// body(i) may write only what belongs to i. If bodies throw, the exception of the lowest i is
/// rethrown after all have finished. While a body runs, denormal floats count as zero (x86 only),
/// on any number of threads. The only OpenMP in the program is behind this function.
void parallel_for(std::int64_t count, int threads, const std::function<void(std::int64_t)>& body);

/// Cores this process may use (its affinity mask), at least 1.
int available_cores();

}  // namespace base
