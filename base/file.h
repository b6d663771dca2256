#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace base {

/// The same folder by a path that ends in its name: "runs/3f" for "runs/3f/"; "." and "..", which
/// must be there, in full.
std::filesystem::path ending_in_name(const std::filesystem::path& folder);

/// The whole file. Throws Error "<file>: cannot read: <reason>" if it is missing or unreadable.
std::string read_file(const std::filesystem::path& file);

/// Writes beside `file`, flushes to disk, then renames: a reader sees the old content or the new,
/// never a half; also after a crash. A link stays one: what it names is written. Makes missing
/// parent folders. Throws Error naming the file and the reason (disk full, read-only, ...), leaving
/// the old file as it was and no stray copy.
void write_file(const std::filesystem::path& file, std::string_view content);

/// write_file for content that is made piece by piece and may be larger than memory.
class FileWriter {
 public:
  /// Opens a file beside `file`. Throws Error as write_file does.
  explicit FileWriter(const std::filesystem::path& file);
  /// Leaves the old file as it was, and no stray copy, unless commit() was called.
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void write(std::string_view piece);
  /// Flushes to disk and renames: from here on readers see the new content. Nothing may be written
  /// after it.
  void commit();

 private:
  struct Open;
  std::unique_ptr<Open> open_;  ///< none after commit()
};

/// Appends whole lines with one write call and flushes to disk. Throws Error as write_file does.
void append_file(const std::filesystem::path& file, std::string_view lines);

}  // namespace base
