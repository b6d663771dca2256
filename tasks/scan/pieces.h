#pragma once
#include <optional>
#include <span>
#include <vector>

#include "tasks/allowed.h"
#include "tasks/scan/words.h"

namespace tasks::scan {

/// Pieces that commands are made of, by their place here:
///   framed  a verb in a frame, how it is done, to which side, how often: "jump around left twice"
///   joined  the verbs of two parts of a command and what joins them: "jump and walk"
std::span<const FragmentKind> scan_kinds();

std::vector<Fragment> fragments_in(std::size_t kind, const ScanCommand& command);

/// All over this many primitives; nothing if they are too many to list.
std::optional<std::vector<Fragment>> all_scan_fragments(std::size_t kind, int primitives);

/// In the words of the command.
std::vector<Token> words_of(const ScanTokens& tokens, std::size_t kind, Fragment fragment);

/// The verbs.
std::vector<Token> verbs_of(const ScanTokens& tokens, std::size_t kind, Fragment fragment);

/// The command that these words are. Promise: they are one.
ScanCommand command_in(const ScanTokens& tokens, std::span<const Token> words);

/// What the rules allow over this many primitives. Throws base::Error as AllowedFragments does.
AllowedFragments allowed_in_scan(std::span<const CoverageRule> rules, int primitives);

/// Whether all pieces of the command are allowed, and the command itself.
bool is_allowed(const AllowedFragments& allowed, const ScanCommand& command);

}  // namespace tasks::scan
