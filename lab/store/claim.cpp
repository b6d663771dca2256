#include "lab/store/claim.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <utility>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"

namespace lab::store {
namespace {

/// The whole file, as an open-file-description lock: it belongs to the descriptor, not to the
/// process, and can be asked about without being taken.
struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

void write_holder(int descriptor, const std::filesystem::path& file) {
  const std::string text =
      fmt::format("pid {}\nhost {}\nstarted {}\n", getpid(), host_name(), base::utc_now());
  const bool written = ftruncate(descriptor, 0) == 0 &&
                       pwrite(descriptor, text.data(), text.size(), 0) == std::ssize(text);
  base::require(written, file.string(), ": cannot write: ", std::strerror(errno));
}

}  // namespace

std::optional<Claim> Claim::take(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "claim";
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  base::require(descriptor >= 0, file.string(), ": cannot open: ", std::strerror(errno));
  Claim claim(descriptor);
  struct flock lock = whole_file();
  if (fcntl(descriptor, F_OFD_SETLK, &lock) != 0) {
    base::require(errno == EAGAIN || errno == EACCES, file.string(),
                  ": cannot lock: ", std::strerror(errno));
    return std::nullopt;
  }
  write_holder(descriptor, file);
  return claim;
}

Claim::Claim(Claim&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Claim::~Claim() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::optional<std::string> claim_holder(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "claim";
  const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;  // never claimed, or nobody may write there
  struct flock lock = whole_file();
  const bool held = fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close(descriptor);
  if (!held) return std::nullopt;
  std::istringstream text(base::read_file(file));
  std::string word, pid = "?", host = "?";
  while (text >> word) {
    if (word == "pid") text >> pid;
    if (word == "host") text >> host;
  }
  return "pid " + pid + " on " + host;
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

}  // namespace lab::store
