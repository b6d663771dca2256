#pragma once
#include <vector>

#include "tasks/coverage/target.h"
#include "tasks/coverage/training_items.h"
#include "tasks/finite_function.h"

namespace tasks::coverage {

struct BuiltTraining {
  std::vector<char> trained;  ///< by code
  BuiltToTarget how;
};

/// Exchanges as few as it finds to do of the training items `drawn` (by code) until the shares of
/// `target` are met, each as counts_meeting() says: k-cutoffs in the direct reading with all index
/// sets and the equivalences that training shows, as k_cutoffs counts them. Asked are all inputs
/// that are not trained on and whose calls all are; their number and the calls seen never change.
///
/// First items cross over: two of them change fragments that the function does not tell apart, so
/// that every call is used as often as before and only what is seen together with what changes.
/// Where that does not do, any item goes for any other that leaves all seen calls seen. A step is
/// taken if substitution within these classes of fragments, counted anew for each (ClassCover),
/// gets nearer to the target; k_cutoffs tells after each round of steps how far this is off.
///
/// Throws base::Error "target.share: ..." if the search does not get there, with the lowest and
/// the highest share that it reached: not proven to be the limits. Promise: target is valid and
/// wants something.
BuiltTraining built_to_target(const CalledFunction& function, const std::vector<char>& drawn,
                              const CutoffTarget& target, const base::Random& random);

}  // namespace tasks::coverage
