#pragma once

namespace model::arithmetic {

/// Name of the arithmetic in use: see runnable_arithmetics().
const char* arithmetic_name();

/// Floating-point operations a second that `threads` threads reach together on multiply-adds of
/// registers alone, best of a few tries (about 0.1 s): the ceiling for everything else.
double peak_flops(int threads);

}  // namespace model::arithmetic
