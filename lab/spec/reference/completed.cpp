#include "lab/spec/reference/completed.h"

#include <algorithm>
#include <optional>

#include "lab/spec/reference/reference.h"

namespace lab::spec::reference {
namespace {

const std::vector<FieldDoc>& all_fields() {
  static const std::vector<FieldDoc> all = spec_fields();
  return all;
}

/// Of a path as it is written here: with [] where a list is, and no mark behind it.
const FieldDoc* field_at(const std::string& path) {
  for (const FieldDoc& field : all_fields()) {
    if (field.path == path || field.path == path + "[]") return &field;
  }
  return nullptr;
}

bool is_block(const FieldDoc& field) { return field.type.starts_with("block"); }

/// "task" of "block, as task": a block that is described elsewhere.
std::optional<std::string> described_at(const FieldDoc& field) {
  const std::string mark = "block, as ";
  return field.type.starts_with(mark) ? std::optional(field.type.substr(mark.size()))
                                      : std::nullopt;
}

/// Where the reference describes the fields of a block: "task" for "hint[3]"; nothing for what is
/// no block.
std::optional<std::string> block_at(const std::string& path) {
  std::string here;
  for (std::size_t start = 0; start < path.size();) {
    const auto dot = std::min(path.find('.', start), path.size());
    std::string step = path.substr(start, dot - start);
    step = step.substr(0, step.find('['));
    const FieldDoc* field = field_at(here.empty() ? step : here + "." + step);
    if (field == nullptr || !is_block(*field)) return std::nullopt;
    here = described_at(*field).value_or(field->path);
    start = dot + 1;
  }
  return here;
}

/// The last step of a path.
std::string name_of(const FieldDoc& field) {
  const auto dot = field.path.rfind('.');
  return field.path.substr(dot == std::string::npos ? 0 : dot + 1);
}

}  // namespace

std::vector<std::string> completed_paths(const std::string& begun) {
  const auto dot = begun.rfind('.');
  const std::string parent = dot == begun.npos ? "" : begun.substr(0, dot);
  const std::optional<std::string> block = block_at(parent);
  if (!block) return {};
  const std::string before = block->empty() ? "" : *block + ".";
  std::vector<std::string> paths;
  for (const FieldDoc& field : all_fields()) {
    const std::string name = name_of(field);
    if (field.path != before + name) continue;
    const bool is_list = name.ends_with("[]");
    std::string step = is_list ? name.substr(0, name.size() - 2) : name;
    if (is_block(field)) step += is_list ? "[0]." : ".";
    const std::string path = (parent.empty() ? "" : parent + ".") + step;
    if (path.starts_with(begun)) paths.push_back(path);
  }
  return paths;
}

std::vector<std::string> values_of(const std::string& path) {
  const auto dot = path.rfind('.');
  const std::optional<std::string> block = block_at(dot == path.npos ? "" : path.substr(0, dot));
  if (!block) return {};
  const std::string name = path.substr(dot == path.npos ? 0 : dot + 1);
  const FieldDoc* field = field_at(block->empty() ? name : *block + "." + name);
  if (field == nullptr) return {};
  if (field->type == "true or false") return {"true", "false"};
  std::vector<std::string> values;
  for (const auto& [value, meaning] : field->values) values.push_back(value);
  return values;
}

}  // namespace lab::spec::reference
