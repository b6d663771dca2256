#include "lab/store/lease.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <ctime>
#include <mutex>
#include <thread>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

fs::path lease_file(const fs::path& folder, int number) {
  return folder / "leases" / std::to_string(number);
}

/// 0 if there is none.
int highest_number(const fs::path& folder) {
  int highest = 0;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder / "leases", none)) {
    highest = std::max(highest, base::number_in<int>(entry.path().filename().string()).value_or(0));
  }
  return highest;
}

/// When it was last brought up to date; 0 once given back, nothing if it is not there.
std::optional<std::time_t> beat_of(const fs::path& file) {
  struct stat about {};
  if (stat(file.c_str(), &about) != 0) return std::nullopt;
  return about.st_mtime;
}

/// The file system's own time, which is what others see on their leases: clocks differ.
std::time_t time_there(const fs::path& folder) {
  const fs::path file = folder / "leases" / (".now-" + std::to_string(getpid()));
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  base::require(descriptor >= 0, file.string(), ": cannot open: ", std::strerror(errno));
  close(descriptor);
  const auto now = beat_of(file);
  unlink(file.c_str());
  return now.value_or(std::time(nullptr));
}

bool lives(const fs::path& file, const Holder& holder, std::time_t now) {
  const auto beat = beat_of(file);
  if (!beat || *beat == 0) return false;
  if (are_together(holder, this_process())) return lives_here(holder);
  return now - *beat <= Lease::patience_seconds;
}

std::optional<Holder> holder_at(const fs::path& folder, int number, std::time_t now) {
  if (number == 0) return std::nullopt;
  const fs::path file = lease_file(folder, number);
  std::error_code gone;
  if (!fs::exists(file, gone)) return std::nullopt;
  const Holder holder = holder_in(base::read_file(file));
  return lives(file, holder, now) ? std::optional(holder) : std::nullopt;
}

/// Whether the file was made here: false if it is there.
bool make(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0 && errno == EEXIST) return false;
  base::require(descriptor >= 0, file.string(), ": cannot open: ", std::strerror(errno));
  const std::string text = text_of(this_process());
  const bool written = write(descriptor, text.data(), text.size()) == std::ssize(text);
  const int error = errno;
  close(descriptor);
  base::require(written, file.string(), ": cannot write: ", std::strerror(error));
  return true;
}

void mark_given_back(const fs::path& file) {
  const std::array<timespec, 2> long_ago{};
  utimensat(AT_FDCWD, file.c_str(), long_ago.data(), 0);
}

}  // namespace

/// The heartbeat: a thread that does nothing else, for work may take minutes between two steps.
struct Lease::Held {
  fs::path folder;
  int number;
  std::mutex mutex;
  std::condition_variable ended;
  bool ends = false;
  std::thread heart;

  Held(fs::path where, int n) : folder(std::move(where)), number(n), heart([this] { beat(); }) {}

  ~Held() {
    {
      const std::lock_guard lock(mutex);
      ends = true;
    }
    ended.notify_all();
    heart.join();
    mark_given_back(file());
  }

  fs::path file() const { return lease_file(folder, number); }

  void beat() {
    std::unique_lock lock(mutex);
    while (!ended.wait_for(lock, std::chrono::seconds(beat_seconds), [this] { return ends; })) {
      utimensat(AT_FDCWD, file().c_str(), nullptr, 0);
    }
  }
};

Lease::Lease(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Lease::Lease(Lease&&) noexcept = default;
Lease& Lease::operator=(Lease&&) noexcept = default;
Lease::~Lease() = default;

std::optional<Lease> Lease::take(const fs::path& folder) {
  std::error_code error;
  fs::create_directory(folder / "leases", error);
  base::require(!error, (folder / "leases").string(), ": cannot make: ", error.message());
  const int last = highest_number(folder);
  if (holder_at(folder, last, time_there(folder)) || !make(lease_file(folder, last + 1))) {
    return std::nullopt;
  }
  return Lease(std::make_unique<Held>(folder, last + 1));
}

bool Lease::is_held() const {
  const auto beat = beat_of(held_->file());
  return beat && *beat != 0 && !beat_of(lease_file(held_->folder, held_->number + 1));
}

std::optional<Holder> lease_holder(const fs::path& folder) {
  return holder_at(folder, highest_number(folder), std::time(nullptr));
}

}  // namespace lab::store
