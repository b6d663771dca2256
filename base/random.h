#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace base {

/// Addressed random numbers: a stream is named, never shared. bits, below, uniform and shuffle are
/// identical everywhere; normal is as portable as the C library's log1p and cos. (The std::
/// distributions are implementation-defined, so none is used.)
class Random {
 public:
  /// A stream of its own for each (seed, stream, index), scrambled so that neighbours are
  /// unrelated. Promise: the stream has a name.
  Random(std::uint64_t seed, std::string_view stream, std::uint64_t index = 0);

  std::uint64_t bits();                    ///< uniform over all 64-bit values
  std::int64_t below(std::int64_t bound);  ///< uniform in [0, bound); promise: bound > 0
  double uniform();                        ///< uniform in [0, 1), 53 bits
  double normal();                         ///< standard normal

  template <typename T>
  void shuffle(std::span<T> items) {
    for (auto i = std::ssize(items) - 1; i > 0; --i) {
      std::swap(items[static_cast<std::size_t>(i)], items[static_cast<std::size_t>(below(i + 1))]);
    }
  }

 private:
  friend class RandomStreams;
  explicit Random(std::uint64_t state) : state_(state) {}

  std::uint64_t state_;
};

/// The streams of one seed and name, for who needs one for each of many indices: the name is read
/// once. at(i) is Random(seed, stream, i).
class RandomStreams {
 public:
  RandomStreams(std::uint64_t seed, std::string_view stream);  ///< promise: the stream has a name

  Random at(std::uint64_t index) const;

 private:
  std::uint64_t state_;
};

/// Order-sensitive 64-bit digest of a token sequence; stable across platforms and versions.
std::uint64_t digest(std::span<const int> values, std::uint64_t seed = 0);

/// The same for text. Not cryptographic.
std::uint64_t digest(std::string_view text, std::uint64_t seed = 0);

}  // namespace base
