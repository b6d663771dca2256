#include "lab/questions/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <span>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "base/random.h"
#include "base/text.h"
#include "lab/questions/json_lines.h"
#include "tasks/file/questions_builder.h"

namespace lab::questions {
namespace {

namespace fs = std::filesystem;
using tasks::file::FileConfig;
using Shared = std::shared_ptr<const tasks::file::Questions>;

/// What this process has read, by known_name. It stays until the process ends: a list of runs reads
/// the spec of each, and the runs of a sweep most often ask the same.
class Known {
 public:
  Shared find(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

  void add(const std::string& name, Shared questions) {
    const std::scoped_lock lock(mutex_);
    by_name_.try_emplace(name, std::move(questions));
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Shared> by_name_;
};

Known& all_known() {
  static Known known;
  return known;
}

/// Equal for the same contents, read in the same way.
std::string known_name(const FileConfig& config, std::optional<tasks::Pool> unshared) {
  std::string name = config.only + " " + std::string(unshared ? tasks::name(*unshared) : "") + " ";
  name += names_of(config.tokens)[static_cast<std::size_t>(config.tokens)];
  for (const NamedFile& file : files_of(config)) name += " " + file.field + " " + file.digest;
  return name;
}

/// Four bytes at a time, for files may be large; the last are filled up with zeros, which is why
/// their number counts too.
std::string digest_of(std::string_view content) {
  std::uint64_t digest = content.size();
  std::array<int, 1 << 12> block;
  while (!content.empty()) {
    const std::size_t bytes = std::min(content.size(), sizeof block);
    block.fill(0);
    std::memcpy(block.data(), content.data(), bytes);
    digest = base::digest(std::span(block).first((bytes + sizeof(int) - 1) / sizeof(int)), digest);
    content.remove_prefix(bytes);
  }
  return base::hexadecimal(digest);
}

std::string content_of(const NamedFile& file, const fs::path& store) {
  const fs::path copy = copy_in_store(store, file.digest);
  std::error_code ignored;
  const bool kept = !file.digest.empty() && fs::is_regular_file(copy, ignored);
  std::string content = base::read_file(kept ? copy : fs::path(file.path));
  const std::string found = digest_of(content);
  if (file.digest.empty() || file.digest == found) return content;
  throw base::Error(
      fmt::format("{} has changed: wanted content of the digest {}, found {}; put "
                  "back what it was, or leave `digest` out for another run",
                  kept ? copy.string() : file.path, file.digest, found));
}

std::vector<std::string> contents_of(const std::vector<NamedFile>& files, const fs::path& store) {
  std::vector<std::string> contents;
  for (const NamedFile& file : files) {
    try {
      contents.push_back(content_of(file, store));
    } catch (const base::Error& unreadable) {
      throw base::Error(file.field + ": " + unreadable.what());
    }
  }
  return contents;
}

Shared made_of(const std::vector<NamedFile>& files, const std::vector<std::string>& contents,
               const FileConfig& config, std::optional<tasks::Pool> unshared) {
  tasks::file::QuestionsBuilder builder(config.tokens, unshared);
  std::string field = files.front().field;
  try {
    for (std::size_t i = 0; i < files.size(); ++i) {
      field = files[i].field;
      builder.begin_file(files[i].path, files[i].pool);
      add_json_lines(contents[i], files[i].path, config.only, &builder);
    }
    return builder.done();
  } catch (const base::Error& wrong) {
    throw base::Error(field + ": " + wrong.what());
  }
}

}  // namespace

std::vector<NamedFile> files_of(const FileConfig& config) {
  std::vector<NamedFile> files;
  const auto add = [&](const std::string& field, const std::string& path,
                       std::optional<tasks::Pool> pool) {
    if (path.empty()) return;
    const std::size_t place = files.size();
    files.push_back({field, path, pool, ""});
    if (place < config.digest.size()) files.back().digest = config.digest[place];
  };
  add("path", config.path, std::nullopt);
  add("train", config.train, tasks::Pool::train);
  add("validate", config.validate, tasks::Pool::validate);
  add("test", config.test, tasks::Pool::test);
  return files;
}

void read_files(const fs::path& store, FileConfig* config, std::optional<tasks::Pool> unshared) {
  const std::vector<NamedFile> files = files_of(*config);
  base::require(!files.empty(),
                "path: wanted a file of questions here, or in train, validate and test");
  base::require(config->digest.empty() || config->digest.size() == files.size(),
                "digest: wanted one for each file, ", files.size(), "; found ",
                config->digest.size());
  if (!config->digest.empty()) config->questions = all_known().find(known_name(*config, unshared));
  if (config->questions != nullptr) return;
  const std::vector<std::string> contents = contents_of(files, store);
  config->digest.clear();
  for (const std::string& content : contents) config->digest.push_back(digest_of(content));
  const std::string name = known_name(*config, unshared);
  config->questions = all_known().find(name);
  if (config->questions != nullptr) return;
  config->questions = made_of(files, contents, *config, unshared);
  all_known().add(name, config->questions);
}

fs::path copy_in_store(const fs::path& store, const std::string& digest) {
  return store / "files" / (digest + ".jsonl");
}

void keep_copy(const NamedFile& file, const fs::path& store) {
  const fs::path copy = copy_in_store(store, file.digest);
  std::error_code ignored;
  if (fs::exists(copy, ignored)) return;
  const std::string content = base::read_file(file.path);
  base::require(digest_of(content) == file.digest, file.path,
                ": has changed since it was read: run the command again");
  base::write_file(copy, content);
}

}  // namespace lab::questions
