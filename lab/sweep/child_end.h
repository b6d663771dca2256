#pragma once
#include <filesystem>
#include <string>

namespace lab::sweep {

/// Why the process of a run ended with this code, for people; by the last line of its log.
std::string how_it_failed(const std::filesystem::path& folder, int code);

}  // namespace lab::sweep
