#include "lab/runs/notes.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/store/run_folder.h"

namespace lab::runs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_tag = 100;
constexpr const char* half_written = ".part-";  ///< in the name of a file that is being written
constexpr const char* tag_letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

[[noreturn]] void wrong(const std::string& message) {
  throw base::Error(message, base::ExitCode::wrong_usage);
}

bool is_tag(const std::string& word) {
  return !word.empty() && word.size() <= longest_tag && word.front() != '.' &&
         word.find(half_written) == word.npos && word.find_first_not_of(tag_letters) == word.npos;
}

void require_change(const std::string& change) {
  const bool has_sign = change.starts_with('+') || change.starts_with('-');
  if (has_sign && is_tag(change.substr(1))) return;
  wrong("tag: wanted +word or -word, of letters, digits and _ - ., found `" + change + "`");
}

fs::path note_file(const fs::path& folder) { return folder / "note.txt"; }

void require_run(const fs::path& folder) {
  base::require(store::is_run(folder), folder.string(), ": no run is here");
}

/// Never makes the run's folder: it may have been removed this moment.
void add_tag(const fs::path& folder, const std::string& tag) {
  std::error_code error;
  fs::create_directory(folder / "tags", error);
  base::require(!error, (folder / "tags").string(), ": cannot create: ", error.message());
  base::write_file(folder / "tags" / tag, "");
}

void remove_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  base::require(!error, file.string(), ": cannot remove: ", error.message());
}

}  // namespace

std::set<std::string> tags_of(const fs::path& folder) {
  std::set<std::string> tags;
  std::error_code ignored;  // no folder, no tags
  for (const auto& entry : fs::directory_iterator(folder / "tags", ignored)) {
    if (is_tag(entry.path().filename())) tags.insert(entry.path().filename());
  }
  return tags;
}

std::string note_of(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(note_file(folder), ignored)) return {};
  std::string text = base::read_file(note_file(folder));
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; }, ' ');
  return base::trimmed(text);
}

void change_tags(const fs::path& folder, std::span<const std::string> changes) {
  if (changes.empty()) wrong("tag: wanted +word or -word after the RUN");
  std::ranges::for_each(changes, require_change);
  require_run(folder);
  for (const std::string& change : changes) {
    if (change.front() == '+') {
      add_tag(folder, change.substr(1));
    } else {
      remove_file(folder / "tags" / change.substr(1));
    }
  }
}

void set_note(const fs::path& folder, const std::string& note) {
  const bool is_line = std::ranges::none_of(
      note, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; });
  if (!is_line) wrong("note: wanted one line, without tabs and other control characters");
  require_run(folder);
  if (base::trimmed(note).empty()) {
    remove_file(note_file(folder));
  } else {
    base::write_file(note_file(folder), base::trimmed(note) + "\n");
  }
}

}  // namespace lab::runs
