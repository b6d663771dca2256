#include "lab/spec/origin.h"

#include <fmt/format.h>

#include "base/error.h"

namespace lab::spec {
namespace {

constexpr std::size_t longest_line_shown = 200;

/// "hint[0].weight" -> "hint[0]" -> "hint" -> "".
std::string_view parent(std::string_view path) {
  const auto end = path.find_last_of(".[");
  return path.substr(0, end == std::string_view::npos ? 0 : end);
}

}  // namespace

std::filesystem::path path_from(const Origin& origin, const std::string& path) {
  if (origin.line == 0) return path;
  return (std::filesystem::path(origin.name).parent_path() / path).lexically_normal();
}

Origin noted(Origin origin, const std::string& note) {
  if (origin.note.empty()) origin.note = note;
  return origin;
}

void fail(const Origin& where, const std::string& text) {
  std::string message = where.name;
  if (where.line > 0) message += fmt::format(":{}:{}", where.line, where.column);
  message += ": error: " + text;
  if (where.line > 0 && !where.source.empty() && where.source.size() <= longest_line_shown) {
    const auto indent = static_cast<std::size_t>(where.column - 1);
    message += "\n" + where.source + "\n" + std::string(indent, ' ') + "^";
  }
  throw base::Error(message, base::ExitCode::bad_spec);
}

void Origins::erase(const std::string& path) {
  by_path_.erase(path);
  for (const char* separator : {".", "["}) {
    const std::string prefix = path + separator;
    auto at = by_path_.lower_bound(prefix);
    while (at != by_path_.end() && at->first.starts_with(prefix)) at = by_path_.erase(at);
  }
}

void Origins::merge(const Origins& later) {
  for (const auto& [path, origin] : later.by_path_) by_path_[path] = origin;
}

void Origins::add_missing_below(const std::string& path, const Origins& others) {
  for (auto at = others.by_path_.lower_bound(path); at != others.by_path_.end(); ++at) {
    if (!at->first.starts_with(path)) break;
    const char next = at->first.size() == path.size() ? '.' : at->first[path.size()];
    if (next == '.' || next == '[') by_path_.insert(*at);
  }
}

const Origin* Origins::exact(std::string_view path) const {
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : &at->second;
}

const Origin& Origins::nearest(std::string_view path) const {
  for (; !path.empty(); path = parent(path)) {
    if (const Origin* origin = exact(path)) return *origin;
  }
  return root_;
}

std::string Origins::shown(std::string_view path, const std::string& value) const {
  const Origin* origin = exact(path);
  std::string text = std::string(path) + " (" + value;
  if (origin == nullptr) text += ", default";
  if (origin != nullptr && !origin->note.empty()) text += ", " + origin->note;
  return text + ")";
}

void Origins::fail_at(std::initializer_list<std::string_view> paths,
                      const std::string& text) const {
  for (const std::string_view path : paths) {
    if (const Origin* origin = exact(path); origin != nullptr && origin->line > 0) {
      fail(*origin, text);
    }
  }
  for (const std::string_view path : paths) {
    if (const Origin& around = nearest(path); around.line > 0) fail(around, text);
  }
  fail(root_, text);
}

}  // namespace lab::spec
