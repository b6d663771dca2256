#pragma once
#include "lab/spec/spec.pb.h"

namespace lab::spec {

/// A message of the schema: what `said` says, and `defaults` for the rest.
template <typename Message>
Message filled(const Message& said, const Message& defaults) {
  Message all = defaults;
  all.MergeFrom(said);
  return all;
}

/// Of a task over a finite world: sets in `defaults` the fields whose usual defaults ask for more
/// than the world of `part` has. A world is made to find out only where it is near. Other tasks are
/// left as they are.
void fit_world(const proto::Part& part, proto::Part* defaults);

/// Calls of a composition, one after the other, and in all.
int hops_of(const proto::Composition& composition);
int calls_of(const proto::Composition& composition);

}  // namespace lab::spec
