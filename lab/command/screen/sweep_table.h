#pragma once
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lab/command/screen/cut.h"
#include "lab/command/screen/live_lines.h"
#include "lab/sweep/screen.h"

namespace lab::command::screen {

/// What the rows of a sweep are cut by.
struct SweepRoom {
  TerminalSize size;
  std::set<std::string> shared = {};  ///< words that all of its names have
  std::size_t longest = 60;           ///< of its names, letters: no column of names is wider
};

/// A row of a run that has ended: "9511d419  smoke hint=none  1000/1000  loss ...  fit  took".
std::string ended_row(const sweep::EndedRun& run, const SweepRoom& room);

/// A heading, a row for each run that is under way, the sweep in a line; what does not fit into so
/// many lines is counted.
std::vector<std::string> sweep_lines(const std::string& summary,
                                     std::span<const store::RunView> running,
                                     const SweepRoom& room);

/// Draws a sweep on the terminal that standard error is: the runs that have ended stay, below them
/// stand those under way.
class SweepTable final : public sweep::SweepScreen {
 public:
  /// The names of all runs: where there is no room, words that all have are left out.
  void expect(std::span<const std::string> names);

  void show(const std::string& summary, std::span<const store::RunView> running) override;
  void keep(const sweep::EndedRun& run) override;
  void say(const std::string& line) override { live_.keep(line); }
  void clear() override { live_.show({}); }

 private:
  LiveLines live_;
  SweepRoom room_;
};

/// One if standard error is a terminal on which can be drawn.
std::unique_ptr<SweepTable> sweep_table_if_any();

}  // namespace lab::command::screen
