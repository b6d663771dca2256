#include "lab/store/claim.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "lab/store/lease.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

/// The whole file, as an open-file-description lock: it belongs to the descriptor, not to the
/// process, and can be asked about without being taken.
struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

/// Whether the error says that there are no locks, not that one is held. EINVAL: of kernels before
/// Linux 3.15, and of file systems that know the older kinds alone.
bool is_refusal(int error) {
  return error == ENOSYS || error == ENOLCK || error == EOPNOTSUPP || error == EINVAL;
}

void write_holder(int descriptor, const fs::path& file) {
  const std::string text = text_of(this_process());
  const bool written = ftruncate(descriptor, 0) == 0 &&
                       pwrite(descriptor, text.data(), text.size(), 0) == std::ssize(text);
  base::require(written, file.string(), ": cannot write: ", std::strerror(errno));
}

}  // namespace

struct Claim::Held {
  fs::path folder;
  int descriptor = -1;
  std::optional<Lease> lease;
  std::string refusal;

  ~Held() {
    if (descriptor >= 0) close(descriptor);
  }

  fs::path file() const { return folder / "claim"; }

  /// Whether the folder's claim is the file that we have open.
  bool is_there() const {
    struct stat ours {
    }, there{};
    return fstat(descriptor, &ours) == 0 && stat(file().c_str(), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
  }

  void open_file() {
    descriptor = open(file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    base::require(descriptor >= 0, file().string(), ": cannot open: ", std::strerror(errno));
  }

  /// Whether it is ours now, by a lock or by a lease.
  bool lock() {
    struct flock whole = whole_file();
    if (fcntl(descriptor, F_OFD_SETLK, &whole) == 0) return !lease_holder(folder);
    if (errno == EAGAIN || errno == EACCES) return false;
    base::require(is_refusal(errno), file().string(), ": cannot lock: ", std::strerror(errno));
    refusal = std::strerror(errno);
    lease = Lease::take(folder);
    return lease.has_value();
  }
};

Claim::Claim(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Claim::Claim(Claim&&) noexcept = default;
Claim::~Claim() = default;

std::optional<Claim> Claim::take(const fs::path& folder) {
  while (true) {
    auto held = std::make_unique<Held>();
    held->folder = folder;
    held->open_file();
    if (!held->lock()) return std::nullopt;
    if (!held->is_there()) continue;  // removed with its folder just before we locked it
    write_holder(held->descriptor, held->file());
    return Claim(std::move(held));
  }
}

bool Claim::is_held() const {
  return held_->is_there() && (!held_->lease || held_->lease->is_held());
}

bool Claim::is_lost_soon() const {
  constexpr std::chrono::milliseconds between_looks(100);
  for (int looks = 0; looks < 3 && is_held(); ++looks) std::this_thread::sleep_for(between_looks);
  return !is_held();
}

const fs::path& Claim::folder() const {
  const std::string place = held_->folder.string();
  base::require(held_->is_there(), place,
                ": removed, moved or replaced while this process worked on it; nothing more is "
                "written there, and the same command begins it anew");
  base::require(!held_->lease || held_->lease->is_held(), place, ": taken over by ",
                claim_holder(held_->folder).value_or("another process"),
                " while this one did not answer; nothing more is written there");
  return held_->folder;
}

std::optional<std::string> Claim::remark() const {
  if (!held_->lease) return std::nullopt;
  return base::concat(held_->file().string(), ": file locks are refused here (", held_->refusal,
                      "); runs are claimed by files with a heartbeat, and that of a worker lost on "
                      "another machine is taken over after ",
                      Lease::patience_seconds, " seconds");
}

std::optional<std::string> claim_holder(const fs::path& folder) {
  const fs::path file = folder / "claim";
  const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;  // never claimed, or nobody may write there
  struct flock lock = whole_file();
  const bool held = fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close(descriptor);
  if (held) return holder_in(base::read_file(file)).in_words();
  const std::optional<Holder> holder = lease_holder(folder);
  return holder ? std::optional(holder->in_words()) : std::nullopt;
}

}  // namespace lab::store
