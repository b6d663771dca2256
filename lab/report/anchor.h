#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "lab/report/html.h"

namespace lab::report {

/// What a part of the page is called in links to it, from names alone, so that a link to it still
/// leads there when other parts come and go: "figure/task_hinting/length". The first name says what
/// it is. Equal for equal names only; letters that are none of a-z A-Z 0-9 _ . - / become ~ and two
/// digits each.
std::string anchor(std::initializer_list<std::string_view> names);

// Those of an experiment and its parts, of a task and of own runs.
std::string experiment_anchor(const std::string& experiment);
std::string figure_anchor(const std::string& experiment, const std::string& figure);
std::string gap_anchor(const std::string& experiment);
std::string runs_anchor(const std::string& experiment);
std::string sweep_anchor(const std::string& experiment, const std::string& file);
std::string task_anchor(const std::string& task);
std::string own_anchor(const std::string& word);

/// A link to a part of the page.
Html link(const std::string& anchor, const std::string& text);

/// A heading of level `name` ("h2") that links to its own part.
Html linked_heading(std::string_view name, const std::string& anchor, const std::string& text);

}  // namespace lab::report
