#include "lab/figure/gnuplot.h"

#include <unistd.h>

#include <chrono>
#include <thread>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"

namespace lab::figure {
namespace {

constexpr std::chrono::milliseconds poll_interval(2);

/// env(1)'s exit code if there is no such program.
constexpr int not_found = 127;

/// Runs a program of the PATH in `folder`. Throws base::Error unless it ends well and silently.
void run(const std::vector<std::string>& words, const std::filesystem::path& folder,
         const std::string& debian_package) {
  std::vector<std::string> command{"/usr/bin/env", "-C", folder.string()};
  command.insert(command.end(), words.begin(), words.end());
  const std::filesystem::path log = folder / "log.txt";
  base::write_file(log, "");
  const pid_t child = base::start_process(command, {{"LC_ALL", "C.UTF-8"}}, log);
  std::optional<int> code;
  while (!(code = base::exit_code_of(child))) std::this_thread::sleep_for(poll_interval);
  base::require(*code != not_found, words[0], ": not installed; figures need it (Debian package ",
                debian_package, ")");
  const std::string complaint = base::read_file(log);
  base::require(*code == 0 && complaint.empty(), words[0], " ", words.back(), ": exit code ", *code,
                ": ", complaint);
}

}  // namespace

void draw(const FigureText& figure, const std::filesystem::path& folder) {
  const base::ScratchFolder workshop(folder,
                                     ".drawing-");  // two processes may draw the same figure
  const std::string script = figure.name + ".gp", table = figure.name + ".tsv",
                    svg = figure.name + ".svg", png = figure.name + ".png";
  base::write_file(workshop.path() / script, figure.script);
  base::write_file(workshop.path() / table, figure.table);
  run({"gnuplot", script}, workshop.path(), "gnuplot-nox");
  run({"rsvg-convert", "--zoom=2", "--output=" + png, svg}, workshop.path(), "librsvg2-bin");
  for (const std::string& file : {script, table, svg, png}) {
    base::write_file(folder / file, base::read_file(workshop.path() / file));
  }
}

}  // namespace lab::figure
