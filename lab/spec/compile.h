#pragma once
#include <string>

#include "lab/spec/document.h"
#include "lab/spec/spec.h"

namespace lab {

/// Applies `--set` words in order.
void apply_overrides(const Overrides& overrides, Document* document);

/// The checked run that `document` describes; its sweep is left out. `name` is for a document that
/// has none. Throws base::Error (exit code 3) with the position of what is wrong.
RunSpec compile(Document document, const std::string& name);

/// A file's name without folder and ending: "parity" for "specs/parity.textproto".
std::string stem(const std::string& place);

}  // namespace lab
