#pragma once
#include "lab/spec/spec.pb.h"

namespace lab::spec {

/// The defaults that depend on other fields: model.hidden, score.difficulties, score.pools, the
/// names of the parts, what hints take over from `task`, and whatever usual default would not go
/// with what `spec` says: a warm-up of more steps than there are, difficulties that a task does not
/// offer, heads that do not divide the width, ... Has as many hints as `spec`.
proto::Spec derived_defaults(const proto::Spec& spec);

/// `spec` with `defaults` for what is unset.
proto::Spec filled_in(const proto::Spec& defaults, const proto::Spec& spec);

/// The inverse: `spec` without what is equal to `defaults`, or to the schema's default where
/// `defaults` has none. One way only to say what `spec` says. Promise: defaults are those of
/// `spec`.
proto::Spec left_out(const proto::Spec& defaults, const proto::Spec& spec);

}  // namespace lab::spec
