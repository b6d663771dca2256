#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tasks/file/file_task.h"

namespace lab::questions {

/// A file of questions that a config names.
struct NamedFile {
  std::string field;  ///< "path", "train", ...
  std::string path;
  std::optional<tasks::Pool> pool;  ///< of all its questions
  std::string digest;               ///< of its content; empty: none is said
};
std::vector<NamedFile> files_of(const tasks::file::FileConfig& config);

/// What a config's files ask, with the digests of their contents in the config. Where the config
/// has digests already, the files must be of them; those that `store` keeps copies of are read
/// there. The same contents are read once in a process. Throws base::Error "train: ...", the field
/// first, then the file and the line where there is one. `unshared`: see QuestionsBuilder.
void read_files(const std::filesystem::path& store, tasks::file::FileConfig* config,
                std::optional<tasks::Pool> unshared = std::nullopt);

/// The copy that a store keeps of a file of this content.
std::filesystem::path copy_in_store(const std::filesystem::path& store, const std::string& digest);

/// Makes it, if it is not there. Throws base::Error if the file is no longer what it was.
void keep_copy(const NamedFile& file, const std::filesystem::path& store);

}  // namespace lab::questions
