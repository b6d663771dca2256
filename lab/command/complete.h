#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/command/command.h"

namespace lab::command {

/// What a shell may offer for the last of some words.
struct Offers {
  /// Whole, in place of what was begun; one that ends in = . or [ is to be gone on with.
  std::vector<std::string> words;
  bool files = false;  ///< names of files as well
};

/// For the words of a line that begins with the program's name. Reads the store that the line or
/// the environment names, and the folder of experiments; never throws base::Error.
Offers completed(std::span<const Command> commands, const std::vector<std::string>& line);

}  // namespace lab::command
