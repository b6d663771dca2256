#include "lab/report/drawing/svg_title.h"

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <vector>

#include "base/error.h"
#include "base/numbers.h"

namespace lab::report::drawing {
namespace {

constexpr char between = ' ';  // namespace and name of an element
constexpr std::string_view root = "http://www.w3.org/2000/svg svg";
constexpr std::string_view words = "http://www.w3.org/2000/svg text";
constexpr std::string_view title = "http://www.w3.org/2000/svg title";
constexpr std::size_t largest_piece = 1 << 20;  // bytes: expat counts them in an int

/// What is known of the file when the parser has come so far.
struct Reading {
  std::string root;              ///< the first element's name
  std::vector<double> sizes;     ///< of letters, an open element each
  std::string* heard = nullptr;  ///< where the text goes that is read now
  std::string title, words, largest;
  double largest_size = 0;
};

Reading& of(void* reading) { return *static_cast<Reading*>(reading); }

void begin(void* user, const XML_Char* name, const XML_Char** attributes) {
  Reading& reading = of(user);
  if (reading.sizes.empty()) reading.root = name;
  double size = reading.sizes.empty() ? 0 : reading.sizes.back();
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]) != "font-size") continue;
    size = base::number_in<double>(attributes[1]).value_or(size);
  }
  reading.sizes.push_back(size);
  if (name == title && reading.sizes.size() == 2) reading.heard = &reading.title;
  if (name == words) reading.heard = &(reading.words = "");
}

void end(void* user, const XML_Char* name) {
  Reading& reading = of(user);
  if (name == words && reading.sizes.back() > reading.largest_size) {
    reading.largest = reading.words;
    reading.largest_size = reading.sizes.back();
  }
  if (name == words || name == title) reading.heard = nullptr;
  reading.sizes.pop_back();
}

void hear(void* user, const XML_Char* text, int bytes) {
  if (of(user).heard) of(user).heard->append(text, static_cast<std::size_t>(bytes));
}

}  // namespace

std::string svg_title(std::string_view text, std::string_view place) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, between), XML_ParserFree);
  base::promise(parser != nullptr, "there is memory for a parser");
  Reading reading;
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), hear);
  for (bool last = false; !last;) {
    const std::string_view piece = text.substr(0, largest_piece);
    text.remove_prefix(piece.size());
    last = text.empty();
    const auto bytes = static_cast<int>(piece.size());
    if (XML_Parse(parser.get(), piece.data(), bytes, last) == XML_STATUS_OK) continue;
    throw base::Error(fmt::format("{}: is no SVG figure: line {}: {}", place,
                                  XML_GetCurrentLineNumber(parser.get()),
                                  XML_ErrorString(XML_GetErrorCode(parser.get()))));
  }
  base::require(reading.root == root, place, ": is no SVG figure: its root is `", reading.root,
                "`, wanted `", root, "`");
  return reading.largest.empty() ? reading.title : reading.largest;
}

}  // namespace lab::report::drawing
