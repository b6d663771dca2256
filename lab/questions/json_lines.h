#pragma once
#include <string>
#include <string_view>

#include "tasks/file/questions_builder.h"

namespace lab::questions {

/// Adds the questions of a file of JSON lines (see read_json_line); lines of white space are passed
/// over, as is the mark of byte order that some programs put first. `task`: takes the lines of this
/// one, and each line must say which it is of; empty: all, and they must be of one task. Throws
/// base::Error "pairs.jsonl:7: ...", lines from 1.
void add_json_lines(std::string_view content, const std::string& file, std::string_view task,
                    tasks::file::QuestionsBuilder* builder);

}  // namespace lab::questions
