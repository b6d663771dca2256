#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lab::command {

/// Throws base::Error (exit code 2) if what an option names for writing is one of the files that
/// the command reads, or a spec: both would be lost. To be asked before work is spent.
void check_output(const char* option, const std::string& file,
                  const std::vector<std::filesystem::path>& inputs);

/// "-" or /dev/stdout.
bool is_standard_output(const std::string& file);

/// Writes a command's table or page: to standard output if it is that, into what is there if it is
/// a pipe or a device, else as base::write_file does.
void write_output(const std::string& file, std::string_view content);

}  // namespace lab::command
