#include "lab/report/probe_folder.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "lab/report/drawing/svg_title.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

/// The file's text; nothing, and a fault, if it cannot be read. Devices and pipes are no files.
std::optional<std::string> text_of(const fs::path& file, std::vector<std::string>* faults) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  const std::string name = file.filename().string();
  if (!fs::is_regular_file(status)) {
    faults->push_back(name + ": cannot be read: " + (error ? error.message() : "it is no file"));
    return std::nullopt;
  }
  try {
    return base::read_file(file);
  } catch (const base::Error& unreadable) {
    const std::string why = unreadable.what();  // "<file>: cannot read: <reason>"
    faults->push_back(name + why.substr(std::min(why.size(), file.string().size())));
    return std::nullopt;
  }
}

void add_map(const fs::path& file, ProbeFiles* files) {
  const std::optional<std::string> svg = text_of(file, &files->faults);
  if (!svg) return;
  try {
    files->title = drawing::svg_title(*svg, file.filename().string());
    files->svg = *svg;
  } catch (const base::Error& broken) {
    files->faults.emplace_back(broken.what());
  }
}

void add_table(const fs::path& file, ProbeFiles* files) {
  const std::optional<std::string> text = text_of(file, &files->faults);
  if (!text) return;
  try {
    files->table = base::parse_tsv(*text, file.filename().string());
  } catch (const base::Error& broken) {
    files->faults.emplace_back(broken.what());
  }
}

/// The files of a folder that are shown and the folders in it, without hidden ones.
struct Listing {
  std::set<fs::path> names;  ///< of maps and tables, without their endings
  std::set<fs::path> maps, tables, folders;
  bool words = false;
  std::string fault;
};

Listing listing_of(const fs::path& folder) {
  Listing listing;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path name = at->path().filename();
    if (name.string().starts_with('.')) continue;
    if (fs::is_directory(at->symlink_status(error))) {
      listing.folders.insert(name);
    } else if (name == "README.md") {
      listing.words = true;
    } else if (name.extension() == ".svg" || name.extension() == ".tsv") {
      listing.names.insert(name.stem());
      (name.extension() == ".svg" ? listing.maps : listing.tables).insert(name.stem());
    }
  }
  if (error) listing.fault = "cannot be read: " + error.message();
  return listing;
}

void add_folder(const fs::path& folder, const std::string& place,
                std::vector<ProbeFolder>* folders) {
  const Listing listing = listing_of(folder);
  ProbeFolder one{place, {}, {}, {}};
  if (!listing.fault.empty()) one.faults.push_back(place + ": " + listing.fault);
  if (listing.words) one.words = text_of(folder / "README.md", &one.faults).value_or("");
  for (const fs::path& name : listing.names) {
    ProbeFiles files{name.string(), {}, {}, {}, {}};
    if (listing.maps.contains(name)) add_map(folder / (name.string() + ".svg"), &files);
    if (listing.tables.contains(name)) add_table(folder / (name.string() + ".tsv"), &files);
    one.files.push_back(std::move(files));
  }
  if (!one.words.empty() || !one.files.empty() || !one.faults.empty()) {
    folders->push_back(std::move(one));
  }
  for (const fs::path& name : listing.folders) {
    add_folder(folder / name, place + "/" + name.string(), folders);
  }
}

}  // namespace

std::vector<ProbeFolder> read_probes(const fs::path& folder, const std::string& place) {
  std::vector<ProbeFolder> folders;
  std::error_code missing;
  if (fs::exists(fs::symlink_status(folder, missing))) add_folder(folder, place, &folders);
  return folders;
}

}  // namespace lab::report
