#pragma once
#include <string>
#include <vector>

#include "lab/spec/document.h"

namespace lab::spec {

/// Changes one field as `--set` and sweep axes do. Grammar:
///   path=value     path is "train.steps", "hint[0].weight"; a list or message is replaced as a
///                  whole
///   path+=value    appends to a list
///   ~path          takes the field back: it has its default again
///   value          as in a file: 3e-4, COSINE, true, [20, 30], {list_hint {kind: COUNT} weight:
///   1};
///                  strings need no quotes; [] and {} are empty
/// Throws base::Error (exit code 3) at `origin` with the nearest name there is. `origin` is
/// recorded for what was set.
void apply_set(const std::string& assignment, const Origin& origin, Document* document);

/// Applies the words of `--set`, in order.
void apply_overrides(const std::vector<std::string>& overrides, Document* document);

}  // namespace lab::spec
