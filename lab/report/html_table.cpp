#include "lab/report/html_table.h"

#include <algorithm>

#include "base/error.h"

namespace lab::report {
namespace {

using Rows = std::vector<std::vector<Cell>>;

Attributes of_class(const std::string& kind) {
  return kind.empty() ? Attributes{} : Attributes{{"class", kind}};
}

/// Columns in which any row shows something; all of them if there are no rows.
std::vector<std::size_t> filled(std::size_t columns, const Rows& rows) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < columns; ++c) {
    const auto shows = [c](const std::vector<Cell>& row) { return !row[c].shown.code.empty(); };
    if (rows.empty() || std::ranges::any_of(rows, shows)) kept.push_back(c);
  }
  return kept;
}

/// A head stands as its cells do, if they are all of one kind.
Html head_of(const std::string& column, std::size_t at, const Rows& rows) {
  const std::string kind = rows.empty() ? "" : rows.front()[at].kind;
  const bool all = std::ranges::all_of(rows, [&](const auto& row) { return row[at].kind == kind; });
  Attributes attributes = of_class(all ? kind : "");
  attributes.emplace_back("scope", "col");
  return element("th", attributes, element("button", {{"type", "button"}}, html_text(column)));
}

Html cell_of(const Cell& cell, const std::string& label) {
  Attributes attributes = of_class(cell.kind);
  if (!label.empty()) attributes.emplace_back("data-label", label);
  if (!cell.sorted_by.empty()) attributes.emplace_back("data-sort", cell.sorted_by);
  return element("td", attributes, cell.shown);
}

}  // namespace

Cell cell(std::string_view text) { return {html_text(text)}; }

Html sortable_table(const std::vector<std::string>& columns, const Rows& rows,
                    const std::string& kind) {
  for (const auto& row : rows) {
    base::promise(row.size() == columns.size(), "a row has a cell for every column");
  }
  const std::vector<std::size_t> kept = filled(columns.size(), rows);
  Html head, body;
  for (const std::size_t c : kept) head += head_of(columns[c], c, rows);
  for (const std::vector<Cell>& row : rows) {
    Html cells;
    for (const std::size_t c : kept) cells += cell_of(row[c], kind.empty() ? "" : columns[c]);
    body += element("tr", cells);
  }
  const Html table = element("table", of_class(kind),
                             element("thead", element("tr", head)) + element("tbody", body));
  return element("div", {{"class", "scroll"}}, table);
}

}  // namespace lab::report
