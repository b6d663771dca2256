#include "lab/report/probes.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "base/numbers.h"
#include "lab/probe/map/table.h"
#include "lab/report/anchor.h"
#include "lab/report/html_markdown.h"
#include "lab/report/map_words.h"
#include "lab/report/parts.h"

namespace lab::report {
namespace {

/// Rows of a table without a map up to which it is on the page; the file of a longer one is named.
constexpr std::size_t most_rows = 500;

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
  std::optional<base::Table> table;
  if (files.table) table = probe::map::beside_controls(*files.table);
  const std::string told = table ? title + map_in_words(*table) : title;
  const Picture shown = picture(files.svg, told, "map");
  Html caption;
  for (const std::string& text : {shown.lettering.about, shown.lettering.caption}) {
    if (!text.empty()) caption += paragraph(text);
  }
  Html html = linked_heading("h4", id, title) + shown.html +
              element("figcaption", caption + paragraph(file + ".svg", "command"));
  if (table) html += folded("Numbers: every value beside its controls", table_of(*table));
  return element("figure", {{"id", id}}, html);
}

Html loose_table(const base::Table& table, const std::string& file, const std::string& id) {
  const std::string name = fmt::format("{}.tsv: {} rows", file, table.rows.size());
  if (table.rows.size() > most_rows) {
    return element("p", {{"id", id}}, html_text(name + ", too many for this page"));
  }
  return element("div", {{"id", id}}, folded(name, table_of(table)));
}

Html faults(const std::vector<std::string>& all) {
  Html html;
  for (const std::string& fault : all) html += paragraph(fault, "warning");
  return html;
}

std::string anchor_of(const std::string& experiment, const std::string& place) {
  return anchor({"probe", experiment, place});
}

Html words(const ProbeFolder& folder, std::span<const ProbeFolder> all,
           const std::string& experiment) {
  const auto target = [&](const std::string& address) {
    std::string place = (std::filesystem::path(folder.place) / address).lexically_normal().string();
    if (place.ends_with('/')) place.pop_back();
    const std::string found = probe_anchor(all, experiment, place);
    return found.empty() ? "" : "#" + found;
  };
  return element("div", {{"class", "words"}}, markdown(folder.words, 4, target));
}

Html folder_section(const ProbeFolder& folder, std::span<const ProbeFolder> all,
                    const std::string& experiment) {
  Html maps, tables;
  for (const ProbeFiles& files : folder.files) {
    const std::string file = folder.place + "/" + files.name;
    const std::string id = anchor_of(experiment, file);
    if (!files.svg.empty()) maps += map_figure(files, file, id);
    if (files.svg.empty() && files.table) tables += loose_table(*files.table, file, id);
    maps += faults(files.faults);
  }
  Html html;
  const std::string id = anchor_of(experiment, folder.place);
  if (all.size() > 1) html += linked_heading("h4", id, folder.place);
  html += faults(folder.faults);
  if (!folder.words.empty()) html += words(folder, all, experiment);
  if (!maps.code.empty()) html += element("div", {{"class", "figures maps"}}, maps);
  return element("div", {{"id", id}}, html + tables);
}

}  // namespace

std::string probes_anchor(const std::string& experiment) { return anchor({"probes", experiment}); }

std::string probe_anchor(std::span<const ProbeFolder> folders, const std::string& experiment,
                         const std::string& place) {
  for (const ProbeFolder& folder : folders) {
    if (place == folder.place) return anchor_of(experiment, place);
    for (const ProbeFiles& files : folder.files) {
      const std::string file = folder.place + "/" + files.name;
      const bool shown = !files.svg.empty() || files.table;
      if (shown && (place == file + ".svg" || place == file + ".tsv")) {
        return anchor_of(experiment, file);
      }
    }
  }
  return {};
}

Html probes_section(std::span<const ProbeFolder> folders, const std::string& experiment) {
  if (folders.empty()) return {};
  const std::string id = probes_anchor(experiment);
  Html html = linked_heading("h3", id, "Probes: what the trained models have learned");
  for (const ProbeFolder& folder : folders) html += folder_section(folder, folders, experiment);
  return element("section", {{"id", id}}, html);
}

}  // namespace lab::report
