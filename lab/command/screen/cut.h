#pragma once
#include <cstddef>
#include <set>
#include <span>
#include <string>

namespace lab::command::screen {

/// At most so many letters: of a longer text the beginning and the end, "…" between them.
std::string cut_in_the_middle(const std::string& text, std::size_t most);

/// Words that stand in every one of several names: "sorted" of "a sorted seed=1" and "b sorted
/// seed=2". Of fewer than two names none.
std::set<std::string> shared_words(std::span<const std::string> names);

/// A name in at most so many letters: if it is longer without the shared words, and then cut in the
/// middle.
std::string short_name(const std::string& name, const std::set<std::string>& shared,
                       std::size_t most);

/// The text with spaces behind it to so many letters; a longer one as it is.
std::string padded(const std::string& text, std::size_t letters);

}  // namespace lab::command::screen
