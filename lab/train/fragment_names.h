#pragma once
#include <span>
#include <string>

#include "tasks/task.h"

namespace lab::train {

/// The kinds of a part's fragments; none of a task that has no such thing.
std::span<const tasks::FragmentKind> fragment_kinds(const tasks::Task& task);

/// The name of the facet that counts a question's different fragments of a kind that no part's
/// training shows: "unseen_neighbours".
std::string unseen_facet(const tasks::FragmentKind& kind);

}  // namespace lab::train
