#pragma once
#include <filesystem>
#include <string>

#include "lab/spec/document.h"

namespace lab::spec {

/// parse_document with its includes below it (paths relative to `folder`): lists that are set
/// replace those included, other fields win. Throws also for a missing file and for a circle of
/// includes.
Document load_document(const std::string& text, const std::string& origin,
                       const std::filesystem::path& folder);

/// load_document of a file. Throws base::Error (exit code 3) also if it cannot be read.
Document read_document(const std::filesystem::path& file);

}  // namespace lab::spec
