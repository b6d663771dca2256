#pragma once
#include <string>
#include <string_view>

#include "tasks/file/line.h"

namespace lab::questions {

/// What a JSON object says of a question: {"prompt", "answer" or "answers", "pool", "difficulty",
/// "key", "facets"}, and what `lab export` writes beside these, "task" and "index".
struct JsonLine {
  tasks::file::Line line;
  std::string task;  ///< empty: none
};

/// Throws base::Error that says what is wrong: no JSON object, not UTF-8, a field that is unknown,
/// there twice, missing, or of another type.
JsonLine read_json_line(std::string_view text);

}  // namespace lab::questions
