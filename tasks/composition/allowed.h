#pragma once
#include <string>
#include <vector>

#include "tasks/allowed.h"
#include "tasks/composition/world_data.h"

namespace tasks::composition {

/// "f1" of the first call: as facets and rules of coverage name it. Promise: call < 8.
std::string_view call_name(std::size_t call);

/// What training may use of a world whose tables are drawn: of each function's cells a share
/// (WorldConfig::seen_ratio), and of these in each call what its rule allows.
class AllowedCalls {
 public:
  /// Nothing is allowed yet.
  AllowedCalls() = default;

  /// Throws base::Error "share: ..." or "fragment: ..." if the rules can't be.
  explicit AllowedCalls(const CompositionWorld& world);

  /// Whether a tuple may be trained on: its number, and the cell that each of its calls looks up.
  bool allows(std::uint64_t number, std::span<const int> cells) const;

  /// How many training items must make a call for it to count as seen there.
  int wanted_uses(std::size_t call) const { return rules_.wanted_uses(call); }

 private:
  std::vector<std::vector<bool>> cells_;  ///< of each call
  AllowedFragments rules_;
};

}  // namespace tasks::composition
