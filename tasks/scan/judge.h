#pragma once
#include <optional>
#include <span>
#include <vector>

#include "tasks/scan/words.h"

namespace tasks::scan {

/// A command as its words say it.
struct ScanReading {
  int sentences = 0;
  std::vector<Token> actions;  ///< without an end token
};

/// Reads the words one by one and does what they say, without the grammar that made them. Nothing
/// if they are no command.
std::optional<ScanReading> scan_reading(const ScanTokens& tokens, std::span<const Token> words);

}  // namespace tasks::scan
