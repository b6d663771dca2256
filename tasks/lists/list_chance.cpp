#include "tasks/lists/list_chance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tasks::lists {
namespace {

// n: items; w: values of the window they are uniform over; V: all values; N = n - 1: the items
// besides q. Logarithms throughout: n! overflows at 171.

constexpr double negligible = 1e-12;

double log_factorial(int n) { return std::lgamma(n + 1.0); }

double log_choose(int n, int k) {
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

/// ln x^m, with 0^0 = 1.
double log_power(double x, int m) { return m == 0 ? 0 : m * std::log(x); }

/// ln of the largest n! / (m1! .. mk!): all multiplicities n / k, rounded down or up.
double log_orders(int n, int k) {
  const int low = n / k, high_ones = n % k;
  return log_factorial(n) - high_ones * log_factorial(low + 1) -
         (k - high_ones) * log_factorial(low);
}

/// exp of the largest f(0) .. f(limit), for an f that rises and then falls.
template <typename F>
double peak(int limit, F f) {
  double best = -std::numeric_limits<double>::infinity();
  for (int i = 0; i <= limit; ++i) {
    const double value = f(i);
    if (value < best) break;
    best = value;
  }
  return std::exp(best);
}

/// Mean over the ranks r = 1 .. w of max(next, last(r)), where r = w has no next; last(r) must not
/// fall with r.
template <typename F>
double mean_over_ranks(int w, double next, F last) {
  double sum = last(w);
  for (int r = w - 1; r >= 1; --r) {
    const double guess = last(r);
    if (guess <= next) return (sum + r * next) / w;
    sum += guess;
  }
  return sum / w;
}

/// A multiset that spans k values fits w - k + 1 windows, of the V - w + 1 there are.
double sorting_in_window(int n, int w, int V) {
  if (std::exp(log_orders(n, w) - log_power(w, n)) == 0) return 0;
  const int windows = V - w + 1;
  double best = 0;
  for (int k = 1; k <= std::min(n, w); ++k) {
    const double fitting = static_cast<double>(std::min(w - k + 1, windows)) / windows;
    best = std::max(best, fitting * std::exp(log_orders(n, k) - log_power(w, n)));
  }
  return best;
}

double successor_in_window(int N, int w) {
  return mean_over_ranks(w, 1 - std::pow(1 - 1.0 / w, N),
                         [=](int r) { return std::pow(static_cast<double>(r) / w, N); });
}

/// Best guess: j more copies of q, then q + 1; or j more copies, then ".".
double identity_successor_in_window(int N, int w) {
  const double p = 1.0 / w;
  const auto copies = [=](int j) { return log_choose(N, j) - log_power(w, j); };
  const auto then_next = [=](int j) {
    if (w == 1 || j == N) return -std::numeric_limits<double>::infinity();
    const double neither = std::pow((1 - 2 * p) / (1 - p), N - j);
    return copies(j) + log_power(1 - p, N - j) + std::log1p(-neither);
  };
  return mean_over_ranks(w, peak(N, then_next), [=](int r) {
    return peak(N, [=](int j) { return copies(j) + log_power((r - 1) * p, N - j); });
  });
}

/// The t items from q on, spread over c values; what is smaller than q does not matter.
double suffix_at_rank(int N, int w, int r) {
  if (r == 1) return std::exp(log_orders(N, w) - log_power(w, N));
  const int c = w - r + 1;
  double log_probability = log_power((r - 1.0) / w, N);
  for (int t = 0; t < N; ++t) {
    const int copies = t / c + 1;                         // of the value that the next item takes
    const double ratio = (N - t) / ((r - 1.0) * copies);  // of t + 1 to t: falls with t
    if (ratio <= 1) break;
    log_probability += std::log(ratio);
  }
  return std::exp(log_probability);
}

/// Mean over the number k of missing entries, 1 + Binomial(n - 1, 1/2), of likeliest(k).
template <typename F>
double mean_over_missing(int n, F likeliest) {
  double sum = 0;
  for (int k = 1; k <= n; ++k) {
    const double best = likeliest(k);
    if (best < negligible) break;
    sum += best * std::exp(log_choose(n - 1, k - 1) - log_power(2, n - 1));
  }
  return sum;
}

double hint_in_window(ListHint kind, int n, int w, int V) {
  const int N = n - 1;
  const double windows = V - w + 1;
  switch (kind) {
    case ListHint::identity_successor:
      return identity_successor_in_window(N, w);
    case ListHint::sorted_suffix:
      return mean_over_ranks(w, negligible, [=](int r) { return suffix_at_rank(N, w, r); });
    case ListHint::successor:
    case ListHint::predecessor:
      return successor_in_window(N, w);
    case ListHint::count:
      return peak(N, [=](int j) {
        return log_choose(N, j) - log_power(w, j) + log_power(1 - 1.0 / w, N - j);
      });
    case ListHint::fill:
      return mean_over_missing(n, [=](int k) { return sorting_in_window(k, w, V); });
    case ListHint::minimum:
    case ListHint::maximum:
      return (1 - std::pow(1 - std::min<double>(windows, w) / w, n)) / windows;
    case ListHint::identity_copy:
      return std::min<double>(windows, w) / windows * std::exp(-log_power(w, n));
    case ListHint::parity_of_length:
      break;
  }
  return 1;
}

/// V - r values are above q; N - m of the other items are among them and m below.
double distinct_suffix_at_rank(int N, int V, int r) {
  const int fewest = std::max(0, N - (V - r)), most = std::min(N, r - 1);
  return std::exp(log_choose(r - 1, std::clamp((r - 1) / 2, fewest, most)) - log_choose(V - 1, N));
}

double distinct_hint(ListHint kind, int n, int V) {
  const int N = n - 1;
  const auto none_above = [=](int r) {
    return r - 1 < N ? 0 : std::exp(log_choose(r - 1, N) - log_choose(V - 1, N));
  };
  switch (kind) {
    case ListHint::identity_successor:
    case ListHint::successor:
    case ListHint::predecessor:
      return mean_over_ranks(V, static_cast<double>(N) / (V - 1), none_above);
    case ListHint::sorted_suffix:
      return mean_over_ranks(V, negligible,
                             [=](int r) { return distinct_suffix_at_rank(N, V, r); });
    case ListHint::fill:
      return mean_over_missing(n, [=](int k) { return std::exp(-log_choose(V, k)); });
    case ListHint::minimum:
    case ListHint::maximum:
      return static_cast<double>(n) / V;
    case ListHint::identity_copy:
      return std::exp(log_factorial(V - n) - log_factorial(V));
    case ListHint::count:
    case ListHint::parity_of_length:
      break;
  }
  return 1;
}

/// Mean of best(w) over the widths w that lists of n items are drawn with.
template <typename F>
double mean_over_widths(const ListConfig& config, int n, F best) {
  const int V = config.values;
  if (config.inputs == ListInputs::uniform) return best(V);
  if (config.inputs == ListInputs::fixed_density) return best(density_window(config, n));
  const int narrowest = std::max(1, n / 4);
  double sum = 0;
  for (int w = narrowest; w <= std::min(n, V - 1); ++w) sum += best(w);
  const int capped = n - std::max(narrowest, V) + 1;
  if (capped > 0) sum += capped * best(V);
  return 0.5 * best(V) + 0.5 * sum / (n - narrowest + 1);
}

}  // namespace

double chance_of_sorting(const ListConfig& config, int n) {
  if (config.inputs == ListInputs::distinct) return std::exp(-log_choose(config.values, n));
  return mean_over_widths(config, n, [&](int w) { return sorting_in_window(n, w, config.values); });
}

double chance_of_hint(ListHint kind, const ListConfig& config, int n) {
  if (config.inputs == ListInputs::distinct) return distinct_hint(kind, n, config.values);
  return mean_over_widths(config, n,
                          [&](int w) { return hint_in_window(kind, n, w, config.values); });
}

}  // namespace tasks::lists
