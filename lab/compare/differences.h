#pragma once
#include <span>
#include <vector>

#include "lab/spec/plan/settings.h"
#include "lab/spec/spec.h"

namespace lab::compare {

/// What tells runs apart whose specs are not of one sweep: of each the fields in which they differ,
/// `task` and `hint` by their names and the others by their paths as in --set. Seeds are left out,
/// and what is scored, unless two runs of one seed would be taken for the same; what nothing of a
/// run's numbers hangs on is left out altogether. A field that a run has not is "-". The order of
/// the specs does not matter.
std::vector<spec::plan::Settings> differences(std::span<const spec::Spec> specs);

}  // namespace lab::compare
