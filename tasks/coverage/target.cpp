#include "tasks/coverage/target.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace tasks::coverage {

void require_valid(const CutoffTarget& target) {
  base::require(target.k >= 1, "target.k: must be >= 1, got ", target.k);
  double most = 1;
  for (const double share : target.share) {
    base::require(0 <= share && share <= 1, "target.share: must be in [0, 1], got ", share);
    base::require(share <= most, "target.share: ", share, " after ", most,
                  ": what is covered at a k is covered at every smaller one, so shares must not "
                  "rise");
    most = share;
  }
}

CountRange counts_meeting(double share, std::int64_t asked) {
  constexpr double half_a_point = 0.005;
  const double wanted = share * static_cast<double>(asked);
  const double off = half_a_point * static_cast<double>(asked);
  const std::int64_t nearest = std::llround(wanted);
  return {std::min(nearest, static_cast<std::int64_t>(std::ceil(wanted - off))),
          std::max(nearest, static_cast<std::int64_t>(std::floor(wanted + off)))};
}

}  // namespace tasks::coverage
