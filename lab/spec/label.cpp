#include "lab/spec/label.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/error.h"

namespace lab::spec {
namespace {

constexpr std::size_t longest_name = 1000, longest_label = 200;

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; }

}  // namespace

std::string default_name(const std::string& file) {
  const std::string name = std::filesystem::path(file).stem().string();
  return name.empty() ? "spec" : name;
}

void check_name(const std::string& name, const Origins& origins) {
  if (name.empty() || name.size() > longest_name || std::ranges::any_of(name, is_control)) {
    origins.fail_at({"name"},
                    fmt::format("name must have 1 to {} characters, none of them tab or newline",
                                longest_name));
  }
}

void check_label(const std::string& label, const std::string& path, const Origins& origins) {
  const bool bad = std::ranges::any_of(
      label, [](char c) { return is_control(c) || c == '=' || c == ';' || c == '/'; });
  if (label.empty()) origins.fail_at({path}, path + " must not be empty");
  if (label.size() > longest_label) {
    origins.fail_at({path}, fmt::format("{} must have at most {} characters", path, longest_label));
  }
  if (bad) origins.fail_at({path}, origins.shown(path, label) + " must hold none of = ; / or tabs");
}

}  // namespace lab::spec
