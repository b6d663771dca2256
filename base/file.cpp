#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace base {
namespace {

namespace fs = std::filesystem;

/// An open file, closed when this goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// Whether closing went well: some file systems tell of a full disk only here.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

[[noreturn]] void fail(const fs::path& file, const char* what, int error) {
  throw Error(concat(file.string(), ": cannot ", what, ": ", std::strerror(error)));
}

/// Whether all of `content` was written; if not, errno says why.
bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Whether the content is on the disk. What cannot be flushed (a pipe, some network folders)
/// counts.
bool flush(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL; }

/// A new file beside `file`, under a name no other process uses.
Descriptor open_beside(const fs::path& file, fs::path& beside) {
  static std::atomic<int> copies = 0;
  int number = -1;
  do {
    beside = file;
    beside += concat(".part-", ::getpid(), '-', copies++);
    number = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (number < 0 && errno == EEXIST);  // left by a killed process, or by another host's
  return Descriptor(number);
}

fs::path parent(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void make_parent(const fs::path& file) {
  std::error_code error;
  fs::create_directories(parent(file), error);
  if (error) throw Error(concat(file.string(), ": cannot write: ", error.message()));
}

void flush_folder(const fs::path& file) {
  const Descriptor folder(::open(parent(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || !flush(folder.number())) fail(file, "write", errno);
}

}  // namespace

fs::path ending_in_name(const fs::path& folder) {
  const fs::path path = folder.has_filename() ? folder : folder.parent_path();
  const bool named = path.filename() != "." && path.filename() != "..";
  return named ? path : fs::canonical(path);
}

std::string read_file(const fs::path& file) {
  const Descriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!input.is_open()) fail(file, "read", errno);
  struct stat about = {};
  if (::fstat(input.number(), &about) != 0) fail(file, "read", errno);
  std::string content(static_cast<std::size_t>(about.st_size) + 1, '\0');  // room to see the end
  std::size_t size = 0;
  while (true) {  // until the end, wherever that is: the file may grow, or be a pipe
    if (size == content.size()) content.resize(2 * size + 4096);
    const ssize_t got = ::read(input.number(), content.data() + size, content.size() - size);
    if (got < 0 && errno != EINTR) fail(file, "read", errno);
    if (got == 0) break;
    if (got > 0) size += static_cast<std::size_t>(got);
  }
  content.resize(size);
  return content;
}

struct FileWriter::Open {
  fs::path file, beside;
  Descriptor output;

  explicit Open(const fs::path& to) : file(to), output(open_beside(to, beside)) {}
};

FileWriter::FileWriter(const fs::path& named) {
  std::error_code ignored;  // a file that cannot be looked at is refused by open or rename below
  const bool device =
      named.string().starts_with("/dev/") && !named.string().starts_with("/dev/shm/");
  require(!device, named.string(), ": cannot write: wanted a file, found a name of devices");
  const fs::path file = fs::is_symlink(named, ignored) ? fs::weakly_canonical(named) : named;
  make_parent(file);
  const fs::file_status old = fs::status(file, ignored);
  require(!fs::exists(old) || fs::is_regular_file(old), file.string(),
          ": cannot write: exists and is not a regular file");
  auto open = std::make_unique<Open>(file);
  if (!open->output.is_open()) fail(file, "write", errno);
  open_ = std::move(open);
}

FileWriter::~FileWriter() {
  if (open_ != nullptr) ::unlink(open_->beside.c_str());
}

void FileWriter::write(std::string_view piece) {
  promise(open_ != nullptr, "a file is written before it is committed");
  if (!write_all(open_->output.number(), piece)) fail(open_->file, "write", errno);
}

void FileWriter::commit() {
  promise(open_ != nullptr, "a file is committed once");
  if (!flush(open_->output.number()) || !open_->output.close() ||
      ::rename(open_->beside.c_str(), open_->file.c_str()) != 0) {
    fail(open_->file, "write", errno);
  }
  const fs::path file = open_->file;
  open_.reset();
  flush_folder(file);
}

void write_file(const fs::path& file, std::string_view content) {
  FileWriter writer(file);
  writer.write(content);
  writer.commit();
}

void append_file(const fs::path& file, std::string_view lines) {
  promise(lines.empty() || lines.ends_with('\n'), "append_file takes whole lines");
  make_parent(file);
  Descriptor output(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!output.is_open()) fail(file, "append", errno);
  struct stat before = {};
  if (::fstat(output.number(), &before) != 0) fail(file, "append", errno);
  const ssize_t written = ::write(output.number(), lines.data(), lines.size());
  if (written < 0) fail(file, "append", errno);
  if (static_cast<std::size_t>(written) < lines.size()) {
    // Half a line would spoil the file for its readers; without it, this call may be repeated.
    const int truncated = ::ftruncate(output.number(), before.st_size);
    fail(file, truncated == 0 ? "append" : "append (a torn line stays)", ENOSPC);
  }
  if (!flush(output.number()) || !output.close()) fail(file, "append", errno);
}

}  // namespace base
