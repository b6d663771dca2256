#include "lab/report/probes.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "base/numbers.h"
#include "lab/probe/map/table.h"
#include "lab/report/html_markdown.h"
#include "lab/report/parts.h"

namespace lab::report {
namespace {

/// Rows of a table without a map up to which it is on the page; the file of a longer one is named.
constexpr std::size_t most_rows = 500;

/// Where on the page every file and folder is, by its place.
using Anchors = std::map<std::string, std::string>;

Anchors anchors_of(std::span<const ProbeFolder> folders, const std::string& id) {
  Anchors anchors;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const ProbeFolder& folder = folders[i];
    anchors[folder.place] = fmt::format("{}{}", id, i + 1);
    for (std::size_t f = 0; f < folder.files.size(); ++f) {
      for (const char* ending : {".svg", ".tsv"}) {
        anchors[folder.place + "/" + folder.files[f].name + ending] =
            fmt::format("{}{}f{}", id, i + 1, f + 1);
      }
    }
  }
  return anchors;
}

Html table_of(const base::Table& table) {
  std::vector<std::vector<Cell>> rows;
  for (const std::vector<std::string>& from : table.rows) {
    std::vector<Cell>& row = rows.emplace_back();
    for (const std::string& text : from) {
      row.push_back(base::number_in<double>(text) ? number_cell(text) : cell(text));
    }
  }
  return sortable_table(table.columns, rows);
}

Html map_figure(const ProbeFiles& files, const std::string& file, const std::string& id) {
  const std::string title = files.title.empty() ? files.name : files.title;
  Html html = element("h4", html_text(title));
  html += figure_image(files.svg, title, "map");
  html += element("figcaption", paragraph(file + ".svg", "faint"));
  if (files.table) {
    html += folded("Numbers: every value beside its controls",
                   table_of(probe::map::beside_controls(*files.table)), "screen");
  }
  return element("figure", {{"id", id}}, html);
}

Html loose_table(const base::Table& table, const std::string& file, const std::string& id) {
  const std::string name = fmt::format("{}.tsv: {} rows", file, table.rows.size());
  if (table.rows.size() > most_rows) {
    return element("p", {{"id", id}}, html_text(name + ", too many for this page"));
  }
  return element("div", {{"id", id}}, folded(name, table_of(table), "screen"));
}

Html faults(const std::vector<std::string>& all) {
  Html html;
  for (const std::string& fault : all) html += paragraph(fault, "warning");
  return html;
}

Html words(const ProbeFolder& folder, const Anchors& anchors) {
  const auto target = [&](const std::string& address) {
    std::string place = (std::filesystem::path(folder.place) / address).lexically_normal().string();
    if (place.ends_with('/')) place.pop_back();
    const auto found = anchors.find(place);
    return found == anchors.end() ? "" : "#" + found->second;
  };
  return markdown(folder.words, 4, target);
}

Html folder_section(const ProbeFolder& folder, const Anchors& anchors) {
  Html maps, tables;
  for (const ProbeFiles& files : folder.files) {
    const std::string file = folder.place + "/" + files.name;
    const std::string& id = anchors.at(file + ".svg");
    if (!files.svg.empty()) maps += map_figure(files, file, id);
    if (files.svg.empty() && files.table) tables += loose_table(*files.table, file, id);
    maps += faults(files.faults);
  }
  const Html all = faults(folder.faults) + words(folder, anchors) + maps + tables;
  return element("div", {{"id", anchors.at(folder.place)}}, all);
}

}  // namespace

int maps_in(std::span<const ProbeFolder> folders) {
  int count = 0;
  for (const ProbeFolder& folder : folders) {
    for (const ProbeFiles& files : folder.files) count += files.svg.empty() ? 0 : 1;
  }
  return count;
}

Html probes_section(std::span<const ProbeFolder> folders, const std::string& id) {
  if (folders.empty()) return {};
  const Anchors anchors = anchors_of(folders, id);
  Html html =
      element("h3", {{"id", id}}, html_text("Probes: what the trained models have learned"));
  for (const ProbeFolder& folder : folders) {
    if (folders.size() > 1) html += element("h4", html_text(folder.place));
    html += folder_section(folder, anchors);
  }
  return html;
}

}  // namespace lab::report
