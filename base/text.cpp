#include "base/text.h"

#include <algorithm>

namespace base {
namespace {

bool within(char c, char low, char high) { return low <= c && c <= high; }

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = within(c, 'A', 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
  return small;
}

std::string capital_letters(std::string_view text) {
  std::string capital(text);
  for (char& c : capital) c = within(c, 'a', 'z') ? static_cast<char>(c - ('a' - 'A')) : c;
  return capital;
}

std::string hexadecimal(std::uint64_t number) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number /= 16) {
    *digit = "0123456789abcdef"[number % 16];
  }
  return digits;
}

std::string shell_word(std::string_view word) {
  const auto safe = [](char c) {
    return within(c, 'a', 'z') || within(c, 'A', 'Z') || within(c, '0', '9') ||
           std::string_view("_./-+=:@%,").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, safe)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

bool begins_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

std::string first_letters(std::string_view text, std::size_t most) {
  std::size_t seen = 0;
  const auto past =
      std::ranges::find_if(text, [&](char byte) { return begins_letter(byte) && seen++ == most; });
  return {text.begin(), past};
}

}  // namespace base
