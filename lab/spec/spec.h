#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"

namespace lab::spec {

struct Document;

/// What fields say, by their paths as in --set: {"model.width": "64", "hint[0].weight": "2"}; a
/// list as a whole, "[3, 6]".
using FieldTexts = std::map<std::string, std::string>;

/// A run's spec as it was read: every field is set or has the default that it has in this spec, and
/// keeps to its limits. No world is made unless a default is in doubt: whether the fields fit each
/// other and the tasks is told by lesson_of (lab/train/lesson.h).
struct Spec {
  RunSpec run;
  FieldTexts written;  ///< what the canonical text says; texts in quotes
  FieldTexts filled;   ///< every field's value; texts without quotes
  Origins origins;     ///< where each field that is not at its default was set
  /// Of the run that it starts from, as run.parent, which is checked like any other before work.
  std::shared_ptr<const Spec> parent = nullptr;

  /// The value of the field at a path as in --set: "64", "ROTARY", "[3, 6]"; `hint.weight` is that
  /// of the first hint as well. Nothing where there is none: no such task or hint, or a field that
  /// is neither set nor has a default.
  std::optional<std::string> value_at(const std::string& path) const;

  /// Whether a field has this value; nothing if it takes a reader of specs to tell: blocks, lists,
  /// text, and values that may be wrong. Throws base::Error (exit code 3) if no spec has the field.
  std::optional<bool> plainly_holds(const std::string& path, const std::string& value) const;
};

/// Sets of `--set path=value`, applied in order after the file.
using Overrides = std::vector<std::string>;

/// Reads protobuf text (schema: lab/spec/spec.proto), its includes and overrides; a `sweep` block
/// is left out. Throws base::Error (exit code 3), readable as a compiler's:
/// "file:line:column: error: field (value) must ...", the line, a caret.
Spec read_spec(const std::filesystem::path& file, const Overrides& overrides = {});

/// The same from text; errors call it `origin`, and includes are relative to `folder`.
Spec parse_spec(const std::string& text, const std::string& origin,
                const std::filesystem::path& folder, const Overrides& overrides = {});

/// The same from fields that were set; `name` is for a document that has none. `chain`: the specs
/// that are being read because each starts from the next (lab/spec/start.h).
Spec completed(Document document, const std::string& name,
               const std::vector<std::string>& chain = {});

}  // namespace lab::spec
