#include "model/files/replace_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "base/error.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& folder, int error) {
  throw base::Error(base::concat(folder.string(), ": cannot write: ", std::strerror(error)));
}

fs::path parent_of(const fs::path& folder) {
  return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

/// `folder` with an ending that no other process uses.
fs::path beside(const fs::path& folder) {
  static std::atomic<int> copies = 0;
  fs::path path = folder;
  path += base::concat(".part-", ::getpid(), '-', copies++);
  return path;
}

fs::path make_beside(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(parent_of(folder), error);
  if (error) fail(folder, error.value());
  fs::path fresh;
  do {
    fresh = beside(folder);
  } while (!fs::create_directory(fresh, error) && !error);  // left by a killed process
  if (error) fail(folder, error.value());
  return fresh;
}

void flush(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  // EINVAL: a file system that cannot flush folders.
  const bool flushed = descriptor >= 0 && (::fsync(descriptor) == 0 || errno == EINVAL);
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!flushed) fail(folder, error);
}

/// `fresh` becomes `folder`; the old folder, if any, is at `fresh` or gone afterwards.
void take_place(const fs::path& fresh, const fs::path& folder) {
  if (::rename(fresh.c_str(), folder.c_str()) == 0) return;
  if (errno != ENOTEMPTY && errno != EEXIST) fail(folder, errno);
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) fail(folder, errno);
  const fs::path aside = beside(folder);
  move_in(fresh, folder, aside);
  std::error_code ignored;  // what stays is a stray, not a loss
  fs::remove_all(aside, ignored);
}

}  // namespace

void replace_folder(const fs::path& folder, const std::function<void(const fs::path&)>& fill) {
  const fs::path target = folder.has_filename() ? folder : folder.parent_path();
  const fs::path fresh = make_beside(target);
  std::error_code ignored;  // what stays is a stray, not a loss
  try {
    fill(fresh);
    flush(fresh);
    take_place(fresh, target);
  } catch (...) {
    fs::remove_all(fresh, ignored);
    throw;
  }
  flush(parent_of(target));
  fs::remove_all(fresh, ignored);
}

void move_in(const fs::path& fresh, const fs::path& folder, const fs::path& aside) {
  if (::rename(folder.c_str(), aside.c_str()) != 0) fail(folder, errno);
  if (::rename(fresh.c_str(), folder.c_str()) == 0) return;
  const int error = errno;
  if (::rename(aside.c_str(), folder.c_str()) != 0) fail(aside, errno);
  fail(folder, error);
}

}  // namespace model::files
