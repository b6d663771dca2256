#include "base/clock.h"

#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <string>

#include "base/error.h"

namespace base {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  const auto two_digits = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  if (whole < 60) return base::concat(whole, " s");
  if (whole < 3600) return base::concat(whole / 60, " min ", two_digits(whole % 60), " s");
  return base::concat(whole / 3600, " h ", two_digits(whole / 60 % 60), " min");
}

}  // namespace base
