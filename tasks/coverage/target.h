#pragma once
#include <cstdint>
#include <vector>

namespace tasks::coverage {

/// How far what is asked in distribution shall be covered (Chang et al. 2025, arXiv 2505.20278:
/// the k-cutoff of an input, see coverage.h). A list of shares is a histogram of cutoffs, read from
/// its tail: with k 1 and shares 1, 0.9 and 0.4 a tenth has the cutoff 1, half has 2, 0.4 more.
struct CutoffTarget {
  int k = 3;  ///< that the first share is of
  /// The share with a k-cutoff of at least k, k + 1, ...; empty: none is wanted
  std::vector<double> share = {};
};

template <typename Visit>
void each_field(CutoffTarget& target, const Visit& visit) {
  visit("k", target.k);
  visit("share", target.share);
}

/// Throws base::Error "target.<field>: ..." unless k is >= 1 and the shares are in [0, 1] and do
/// not rise.
void require_valid(const CutoffTarget& target);

/// How many of `asked` inputs meet a wanted share: within half a point, or the nearest whole
/// number.
struct CountRange {
  std::int64_t low = 0, high = 0;  ///< both included
  bool contains(std::int64_t count) const { return low <= count && count <= high; }
};
CountRange counts_meeting(double share, std::int64_t asked);

}  // namespace tasks::coverage
