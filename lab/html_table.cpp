#include "lab/html_table.h"

#include "base/error.h"

namespace lab {

Cell cell(std::string_view text) { return {html_text(text)}; }

Html sortable_table(const std::vector<std::string>& columns,
                    const std::vector<std::vector<Cell>>& rows) {
  Html head, body;
  for (const std::string& column : columns) {
    head += element("th", {{"scope", "col"}},
                    element("button", {{"type", "button"}}, html_text(column)));
  }
  for (const std::vector<Cell>& row : rows) {
    base::promise(row.size() == columns.size(), "a row has a cell for every column");
    Html cells;
    for (const Cell& one : row) {
      Attributes attributes;
      if (!one.sorted_by.empty()) attributes.emplace_back("data-sort", one.sorted_by);
      if (!one.kind.empty()) attributes.emplace_back("class", one.kind);
      cells += element("td", attributes, one.shown);
    }
    body += element("tr", cells);
  }
  const Html table =
      element("table", element("thead", element("tr", head)) + element("tbody", body));
  return element("div", {{"class", "scroll"}}, table);
}

}  // namespace lab
