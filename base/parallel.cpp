#include "base/parallel.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace base {
namespace {

/// Numbers too small for full precision count as zero while this lives, in this thread. Some CPUs
/// take a hundred cycles for one, and libraries differ in keeping them; on other CPUs than x86 they
/// stay.
class FlushDenormals {
 public:
#if defined(__x86_64__)
  FlushDenormals() : before_(_mm_getcsr()) {
    _mm_setcsr(before_ | flush_to_zero | inputs_are_zero);
  }
  ~FlushDenormals() { _mm_setcsr(before_); }
#else
  FlushDenormals() = default;
#endif
  FlushDenormals(const FlushDenormals&) = delete;
  FlushDenormals& operator=(const FlushDenormals&) = delete;

#if defined(__x86_64__)
 private:
  // Bits of the control register (Intel manual, volume 1, 10.2.3).
  static constexpr unsigned flush_to_zero = 1U << 15, inputs_are_zero = 1U << 6;
  unsigned before_;
#endif
};

/// Leaves the core to its other thread for a moment.
void relax() {
#if defined(__x86_64__)
  _mm_pause();
#endif
}

/// Whether this thread works on a loop of the team's.
thread_local bool is_on_team = false;

/// One call of parallel_for.
class Loop {
 public:
  Loop(LoopBody body, std::int64_t count) : body_(body), count_(count) {}

  /// Calls the body for what nobody else has begun. On several threads at once.
  void work() {
    for (std::int64_t i = next_.fetch_add(1); i < count_; i = next_.fetch_add(1)) run(i);
  }

  void rethrow_lowest() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void run(std::int64_t i) {
    try {
      const FlushDenormals flush;
      body_(i);
    } catch (...) {
      keep_lowest(i, std::current_exception());
    }
  }

  void keep_lowest(std::int64_t i, const std::exception_ptr& failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_ || i < failed_) {
      failure_ = failure;
      failed_ = i;
    }
  }

  LoopBody body_;
  std::int64_t count_;
  std::atomic<std::int64_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::int64_t failed_ = 0;  // what failure_ belongs to
};

/// Returns when `value` is no longer `old`: awake for the moment that a loop usually takes to come,
/// then asleep. Threads that stay awake take the cores of whoever else is there, and two trainings
/// on the same cores, each waiting for what the other keeps from running, take ten times as long.
template <typename Value>
void wait_while(const std::atomic<Value>& value, Value old) {
  constexpr std::chrono::microseconds awake(50);
  constexpr int looks = 32;  // before another look at the clock
  const auto begin = std::chrono::steady_clock::now();
  do {
    for (int i = 0; i < looks; ++i) {
      if (value.load(std::memory_order_acquire) != old) return;
      relax();
    }
  } while (std::chrono::steady_clock::now() - begin < awake);
  value.wait(old, std::memory_order_acquire);
}

/// The threads that help with loops, one loop at a time. Each waits at its seat.
class Team {
 public:
  ~Team() {
    for (Seat& seat : seats_) seat.call(nullptr);
  }

  /// The loop, on at most `threads` threads. False if another is being worked on.
  bool run(Loop& loop, int threads) {
    const std::unique_lock one_at_a_time(mutex_, std::try_to_lock);
    if (!one_at_a_time) return false;
    const std::size_t helpers = grow_to(static_cast<std::size_t>(threads) - 1);
    busy_.store(static_cast<int>(helpers), std::memory_order_relaxed);
    for (std::size_t h = 0; h < helpers; ++h) seats_[h].call(&loop);
    is_on_team = true;
    loop.work();
    is_on_team = false;
    for (int busy = busy_; busy != 0; busy = busy_) wait_while(busy_, busy);
    return true;
  }

 private:
  struct Seat {
    std::atomic<unsigned> calls = 0;
    Loop* loop = nullptr;
    std::jthread thread;  // joined first, while the rest is there

    /// Null: the helper goes home.
    void call(Loop* next) {
      loop = next;
      calls.fetch_add(1, std::memory_order_release);
      calls.notify_one();
    }
  };

  void help(Seat& seat) {
    is_on_team = true;
    for (unsigned calls = 0;; ++calls) {
      wait_while(seat.calls, calls);
      if (seat.loop == nullptr) return;
      seat.loop->work();
      if (busy_.fetch_sub(1, std::memory_order_acq_rel) == 1) busy_.notify_one();
    }
  }

  /// How many helpers there are of so many wanted: fewer if the system gives no more threads.
  std::size_t grow_to(std::size_t helpers) {
    while (seats_.size() < helpers) {
      Seat& seat = seats_.emplace_back();
      try {
        seat.thread = std::jthread([this, &seat] { help(seat); });
      } catch (const std::system_error&) {
        seats_.pop_back();
        return seats_.size();
      }
    }
    return helpers;
  }

  std::mutex mutex_;
  std::atomic<int> busy_ = 0;
  std::deque<Seat> seats_;
};

/// The process's team. A process that was forked (Python's multiprocessing does) has none of the
/// threads: it gets a team of its own, and what it has of the other is never looked at again.
class OurTeam {
 public:
  OurTeam() {
    pthread_atfork(nullptr, nullptr, [] {
      is_on_team = false;
      OurTeam& ours = get();
      static_cast<void>(ours.team_.release());
      ours.team_ = std::make_unique<Team>();
    });
  }

  static OurTeam& get() {
    static OurTeam ours;
    return ours;
  }

  Team& team() { return *team_; }

 private:
  std::unique_ptr<Team> team_ = std::make_unique<Team>();
};

bool run_on_team(Loop& loop, int threads) { return OurTeam::get().team().run(loop, threads); }

}  // namespace

void parallel_for(std::int64_t count, int threads, LoopBody body) {
  if (count <= 0) return;
  Loop loop(body, count);
  const int team = static_cast<int>(std::min<std::int64_t>(count, threads));
  if (team <= 1 || is_on_team || !run_on_team(loop, team)) loop.work();
  loop.rethrow_lowest();
}

}  // namespace base
