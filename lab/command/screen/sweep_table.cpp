#include "lab/command/screen/sweep_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/clock.h"
#include "base/text.h"
#include "lab/command/screen/cut.h"

namespace lab::command::screen {
namespace {

constexpr std::size_t fingerprint_digits = 8, least_name = 10;

/// Behind the name: step, loss, fit, time.
std::string behind(const std::string& step, const std::string& loss, const std::string& fit,
                   const std::string& time) {
  return fmt::format("  {:>13}  {:>8}  {:>7}  {:>12}", step, loss, fit, time);
}

std::string row(const std::string& fingerprint, const std::string& name, const std::string& rest,
                const SweepRoom& terminal) {
  const std::size_t columns = terminal.size.columns;
  const std::string run = padded(fingerprint.substr(0, fingerprint_digits), fingerprint_digits);
  const std::size_t taken = run.size() + 2 + rest.size() + 1;  // the last column stays free
  const std::size_t widest = std::max(terminal.longest, least_name);
  const std::size_t room = std::clamp(columns - std::min(columns, taken), least_name, widest);
  return run + "  " + padded(short_name(name, terminal.shared, room), room) + rest;
}

std::string heading(const SweepRoom& room) {
  return row("run", "name", behind("step", "loss", "fit", "to go"), room);
}

std::string percent(const store::Fit& fit) {
  return fmt::format("{:.1f} %", std::floor(10 * fit.percent() + 1e-9) / 10);
}

std::string running_row(const store::RunView& run, const SweepRoom& room) {
  const std::string loss = run.losses.empty() ? "" : fmt::format("{:.4f}", run.losses.back());
  const std::string time = run.seconds_left ? base::duration_text(*run.seconds_left) : "";
  return row(run.fingerprint, run.name,
             behind(fmt::format("{}/{}", run.step, run.steps), loss, "", time), room);
}

}  // namespace

std::string ended_row(const sweep::EndedRun& run, const SweepRoom& room) {
  const std::string loss = run.loss ? fmt::format("{:.4f}", *run.loss) : "";
  return row(run.fingerprint, run.name,
             behind(fmt::format("done {}", run.steps), loss,
                    run.fit && run.fit->asked > 0 ? percent(*run.fit) : "?",
                    base::duration_text(run.wall_seconds)),
             room);
}

std::vector<std::string> sweep_lines(const std::string& summary,
                                     std::span<const store::RunView> running,
                                     const SweepRoom& room) {
  const std::size_t most =
      std::max<std::size_t>(room.size.lines, 5) - 4;  // heading, rest, sum, cursor
  const std::size_t shown = std::min(running.size(), most);
  std::vector<std::string> lines;
  if (shown > 0) lines.push_back(heading(room));
  for (const store::RunView& run : running.first(shown)) {
    lines.push_back(running_row(run, room));
  }
  if (shown < running.size()) lines.push_back(fmt::format("and {} more", running.size() - shown));
  lines.push_back(summary);
  return lines;
}

void SweepTable::expect(std::span<const std::string> names) {
  room_.shared = shared_words(names);
  room_.longest = 0;
  for (const std::string& name : names) {
    room_.longest = std::max(room_.longest, base::letters(name));
  }
}

void SweepTable::show(const std::string& summary, std::span<const store::RunView> running) {
  room_.size = LiveLines::size();
  live_.show(sweep_lines(summary, running, room_));
}

void SweepTable::keep(const sweep::EndedRun& run) {
  room_.size = LiveLines::size();
  live_.keep(ended_row(run, room_));
}

std::unique_ptr<SweepTable> sweep_table_if_any() {
  return can_be_redrawn(STDERR_FILENO) ? std::make_unique<SweepTable>() : nullptr;
}

}  // namespace lab::command::screen
