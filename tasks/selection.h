#pragma once
#include <algorithm>
#include <cstdint>

#include "base/random.h"

namespace tasks {

/// Takes `wanted` of `offered` things shown one after the other, all of them if there are no more;
/// each set is equally likely. (Knuth, The Art of Computer Programming, volume 2, section 3.4.2,
/// algorithm S.)
class Selection {
 public:
  Selection(std::int64_t wanted, std::int64_t offered, base::Random random)
      : wanted_(std::min(wanted, offered)), offered_(offered), random_(random) {}

  /// Whether the next one is taken. Promise: at most `offered` are asked about.
  bool takes_next() {
    const bool takes = random_.below(offered_--) < wanted_;
    wanted_ -= takes ? 1 : 0;
    return takes;
  }

 private:
  std::int64_t wanted_, offered_;
  base::Random random_;
};

}  // namespace tasks
