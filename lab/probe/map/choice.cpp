#include "lab/probe/map/choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/error.h"
#include "base/pattern.h"
#include "base/random.h"
#include "base/text.h"

namespace lab::probe::map {
namespace {

constexpr std::size_t digest_digits = 8, longest_word = 40;

/// Whether "block 2" is in "block 2 head 1", and not in "block 21".
bool says(const std::string& name, const char* what, int number) {
  return (" " + name + " ").find(fmt::format(" {} {} ", what, number)) != std::string::npos;
}

bool speaks_of(const std::string& name, const char* what) {
  return (" " + name).find(fmt::format(" {} ", what)) != std::string::npos;
}

/// Whether one of the names says it.
bool any_says(const ProbeCell& cell, const char* what, int number) {
  return says(cell.measure, what, number) || says(cell.row, what, number) ||
         says(cell.column, what, number);
}

/// Block and head: of one name that says both, or of a row of blocks and a column of heads.
bool is_of_head(const ProbeCell& cell, int block, int head) {
  for (const std::string& name : {cell.measure, cell.row, cell.column}) {
    if (says(name, "block", block) && says(name, "head", head)) return true;
  }
  const bool apart = !speaks_of(cell.row, "head") && !speaks_of(cell.column, "block");
  return apart && says(cell.row, "block", block) && says(cell.column, "head", head);
}

bool is_of_row(const std::string& row, const std::string& pattern) {
  const auto space = row.find(' ');
  if (base::matches_pattern(pattern, row)) return true;
  const bool is_numbered =
      space != row.npos && space > 0 && row.find_first_not_of("0123456789") == space;
  return is_numbered && (base::matches_pattern(pattern, row.substr(0, space)) ||
                         base::matches_pattern(pattern, row.substr(space + 1)));
}

bool is_wanted(const ProbeCell& cell, const CellChoice& choice) {
  if (!choice.row.empty() && !is_of_row(cell.row, choice.row)) return false;
  if (choice.block && choice.head) return is_of_head(cell, *choice.block, *choice.head);
  if (choice.block) return any_says(cell, "block", *choice.block);
  return !choice.head || any_says(cell, "head", *choice.head);
}

}  // namespace

std::string CellChoice::name() const {
  std::string text;
  if (block) text += fmt::format("_block_{}", *block);
  if (head) text += fmt::format("_head_{}", *head);
  if (!row.empty()) text += "_row_" + file_word(row);
  return text;
}

ProbeResult chosen(const ProbeResult& result, const CellChoice& choice) {
  ProbeResult some = result;
  std::erase_if(some.cells, [&](const ProbeCell& cell) { return !is_wanted(cell, choice); });
  std::erase_if(some.drawn, [&](const std::string& measure) {
    return std::ranges::find(some.cells, measure, &ProbeCell::measure) == some.cells.end();
  });
  if (!some.cells.empty() || result.cells.empty()) return some;
  std::vector<std::string> rows;
  for (const ProbeCell& cell : result.cells) {
    if (rows.size() < 8 && std::ranges::count(rows, cell.row) == 0) rows.push_back(cell.row);
  }
  throw base::Error(
      fmt::format("--block, --head, --row: no row of this probe is of {}; its rows "
                  "are {}, ..., of measures like {}",
                  choice.name().substr(1), base::joined(rows), result.cells.front().measure),
      base::ExitCode::wrong_usage);
}

std::string file_word(const std::string& text) {
  std::string word = text.substr(0, longest_word);
  std::ranges::replace_if(
      word,
      [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '.' && c != '-' && c != '_';
      },
      '_');
  if (word == text && !word.empty() && word.front() != '.') return word;
  return word + "_" + base::hexadecimal(base::digest(text)).substr(0, digest_digits);
}

}  // namespace lab::probe::map
