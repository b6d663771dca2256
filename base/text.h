#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// "a, b, c": the words of any range of texts, `separator` between them.
template <std::ranges::input_range Words>
std::string joined(const Words& words, std::string_view separator = ", ") {
  std::string text;
  bool first = true;
  for (const auto& word : words) {
    if (!first) text += separator;
    text += std::string_view(word);
    first = false;
  }
  return text;
}

/// The same of what `text_of` makes of each item.
template <std::ranges::input_range Items, typename TextOf>
requires std::invocable<TextOf, std::ranges::range_reference_t<const Items>> std::string joined(
    const Items& items, TextOf text_of, std::string_view separator = ", ") {
  std::string text;
  bool first = true;
  for (const auto& item : items) {
    if (!first) text += separator;
    text += text_of(item);
    first = false;
  }
  return text;
}

/// The parts between separators, empty ones too: one more than there are separators.
std::vector<std::string> split(std::string_view text, char separator);

/// Without spaces and tabs at its ends.
std::string trimmed(std::string_view text);

/// ASCII letters made small, everything else as it is.
std::string small_letters(std::string_view text);

/// ASCII letters made capital, everything else as it is.
std::string capital_letters(std::string_view text);

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t number);

/// As one word of a POSIX shell; in quotes only if it has to be.
std::string shell_word(std::string_view word);

/// Whether a letter of UTF-8 begins with this byte: it is no continuation.
bool begins_letter(char byte);

/// Letters (code points) of UTF-8.
std::size_t letters(std::string_view text);

/// The first `most` letters of UTF-8, or all if there are fewer.
std::string first_letters(std::string_view text, std::size_t most);

}  // namespace base
