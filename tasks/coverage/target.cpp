#include "tasks/coverage/target.h"

#include <algorithm>

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

std::int64_t tolerance(std::int64_t asked) {
  constexpr std::int64_t in_half_a_point = 200;
  return std::max<std::int64_t>(0, (asked - in_half_a_point / 2) / in_half_a_point);
}

}  // namespace tasks::coverage
