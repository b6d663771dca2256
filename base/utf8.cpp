#include "base/utf8.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "base/error.h"
#include "base/file.h"

namespace base {
namespace {

struct Lead {
  std::size_t more = 0;                   ///< bytes that follow
  unsigned char low = 0x80, high = 0xBF;  ///< of the next one
};

/// RFC 3629, section 4.
std::optional<Lead> lead_of(unsigned char byte) {
  if (byte <= 0x7F) return Lead{};
  if (byte >= 0xC2 && byte <= 0xDF) return Lead{1};
  if (byte == 0xE0) return Lead{2, 0xA0, 0xBF};
  if (byte == 0xED) return Lead{2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return Lead{2};
  if (byte == 0xF0) return Lead{3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return Lead{3};
  if (byte == 0xF4) return Lead{3, 0x80, 0x8F};
  return std::nullopt;
}

std::string byte_text(char byte) {
  std::ostringstream text;
  text << "0x" << std::uppercase << std::hex << std::setw(2) << std::setfill('0')
       << static_cast<int>(static_cast<unsigned char>(byte));
  return text.str();
}

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

/// U+0080 to U+009F, which some terminals obey: two bytes of UTF-8.
bool is_second_of_control(unsigned char before, unsigned char byte) {
  return before == 0xC2 && byte >= 0x80 && byte <= 0x9F;
}

std::string escaped(unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return std::string("\\x") + digits[byte >> 4] + digits[byte & 15];
}

}  // namespace

std::optional<std::size_t> first_no_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Lead> lead = lead_of(static_cast<unsigned char>(text[at]));
    if (!lead || lead->more >= text.size() - at) return at;
    for (std::size_t i = 1; i <= lead->more; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      const bool good = i == 1 ? lead->low <= byte && byte <= lead->high : (byte & 0xC0) == 0x80;
      if (!good) return at;
    }
    at += lead->more + 1;
  }
  return std::nullopt;
}

void require_utf8(std::string_view text, std::string_view place) {
  const std::optional<std::size_t> bad = first_no_utf8(text);
  if (!bad) return;
  const auto line = std::ranges::count(text.substr(0, *bad), '\n') + 1;
  throw Error(
      concat(place, ':', line, ": wanted UTF-8, found byte ", byte_text(text[*bad]),
             "; save the file as UTF-8 (`iconv -f latin1 -t utf-8` turns Latin-1 into it)"));
}

std::string without_controls(std::string_view text) {
  std::string shown;
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_second_of_control(before, byte)) {
      shown.pop_back();
      shown += escaped(before) + escaped(byte);
    } else if (is_control(byte) && c != '\n' && c != '\t') {
      shown += escaped(byte);
    } else {
      shown += c;
    }
    before = byte;
  }
  return shown;
}

std::string read_text_file(const std::filesystem::path& file) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::string text = read_file(file);
  if (text.starts_with(mark)) text.erase(0, mark.size());
  require_utf8(text, file.string());
  return text;
}

}  // namespace base
