#pragma once

namespace base {

/// 97.5 % quantile of the standard normal distribution: 95 % lie within it of the mean.
inline constexpr double normal_95 = 1.959963984540054;

}  // namespace base
