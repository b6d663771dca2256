#pragma once
#include <optional>
#include <span>
#include <string>

#include "lab/store/fit.h"
#include "lab/store/store_watch.h"

namespace lab::sweep {

/// A run that a sweep has trained to its end.
struct EndedRun {
  std::string fingerprint, name;
  std::int64_t steps = 0;
  std::optional<double> loss;     ///< nats per target token at the end
  std::optional<store::Fit> fit;  ///< nothing: not known
  double wall_seconds = 0;        ///< of all attempts
};

/// Where a sweep shows how it goes, if that is a terminal: who draws there implements it.
class SweepScreen {
 public:
  virtual ~SweepScreen() = default;

  /// What runs now, and the sweep in one line.
  virtual void show(const std::string& summary, std::span<const store::RunView> running) = 0;
  virtual void keep(const EndedRun& run) = 0;     ///< to stay
  virtual void say(const std::string& line) = 0;  ///< to stay
  virtual void clear() = 0;                       ///< takes away what does not stay
};

}  // namespace lab::sweep
