#pragma once
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace lab::spec {

/// Where a field got its value.
struct Origin {
  std::string name;          ///< a file, or "--set path=value"
  int line = 0, column = 0;  ///< from 1; 0: no position
  std::string source = {};   ///< the line of the file, tabs as spaces
  std::string note = {};     ///< "from --set path=value" where the value was not in a file
};

/// Where a file lies that a field names: seen from the folder of the file that says so; what --set
/// says, from the current folder.
std::filesystem::path path_from(const Origin& origin, const std::string& path);

/// The origin with this note, unless it has one.
Origin noted(Origin origin, const std::string& note);

/// Throws base::Error (exit code 3): "name:line:column: error: text", the line, a caret.
[[noreturn]] void fail(const Origin& where, const std::string& text);

/// The origins of a spec's fields by path: "model.heads", "hint[0].weight". A field without one has
/// its default.
class Origins {
 public:
  explicit Origins(std::string name) : root_{.name = std::move(name)} {}

  void record(const std::string& path, Origin origin) { by_path_[path] = std::move(origin); }

  /// Forgets `path` and everything below it.
  void erase(const std::string& path);

  /// Takes over all of `later`, which wins.
  void merge(const Origins& later);

  /// Takes over those of `others` at and below `path` that are not known here.
  void add_missing_below(const std::string& path, const Origins& others);

  /// Of this very field, or nullptr if it has its default.
  const Origin* exact(std::string_view path) const;

  /// Of the field or else of the smallest message around it; the spec itself at worst.
  const Origin& nearest(std::string_view path) const;

  /// "model.heads (3)", "model.heads (4, default)" or "model.heads (3, from --set model.heads=3)".
  std::string shown(std::string_view path, const std::string& value) const;

  /// Throws as fail does, at the first of `paths` that has a position.
  [[noreturn]] void fail_at(std::initializer_list<std::string_view> paths,
                            const std::string& text) const;

 private:
  Origin root_;
  std::map<std::string, Origin, std::less<>> by_path_;
};

}  // namespace lab::spec
