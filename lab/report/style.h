#pragma once
#include <string_view>

namespace lab::report {

/// The page's style sheet and script, and their SHA-256 as a content policy names them: nothing
/// else may style the page or run in it. Whoever changes one is told its new hash by a test.
extern const std::string_view report_style;
extern const std::string_view report_style_hash;
extern const std::string_view report_script;
extern const std::string_view report_script_hash;

}  // namespace lab::report
