#pragma once
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Fields of a run's spec, by a path as in --set; `hint.weight` is that of the first hint as well.
/// `text` is the spec's canonical text, `place` stands for its file in errors. Worlds are not made,
/// so this is much faster than a RunSpec.

/// Throws base::Error (exit code 3), "place: error: no field `widht` in `model` (did you mean
/// `width`?)", unless the spec of some run may have a field at this path.
void require_field(const std::string& path, const std::string& place);

/// The same for one that holds a value: no block, and of a list no single item.
void require_value(const std::string& path, const std::string& place);

/// What the fields at these paths are, or by default are in this spec: "64", "ROTARY", "[3, 6]";
/// text without quotes. Nothing where there is neither, or no such task or hint. Throws base::Error
/// (exit code 3) as require_field does, and if the text is no spec.
std::vector<std::optional<std::string>> values_at(const std::vector<std::string>& paths,
                                                  const std::string& text,
                                                  const std::string& place);

/// Whether a field has this value; nothing if it takes a reader of specs to tell: blocks, lists,
/// text, and values that may be wrong. Throws as values_at does.
std::optional<bool> plainly_holds(const std::string& path, const std::string& value,
                                  const std::string& text, const std::string& place);

}  // namespace lab
