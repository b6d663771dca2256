#include "lab/figure/gnuplot.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <vector>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/figure/text.h"

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

void draw(const FigureText& figure, const std::filesystem::path& folder, Print print) {
  const base::ScratchFolder workshop(folder,
                                     ".drawing-");  // two processes may draw the same figure
  const std::string script = figure.name + ".gp", table = figure.name + ".tsv",
                    svg = figure.name + ".svg", png = figure.name + ".png";
  std::vector<std::string> files{script, table, svg, png};
  base::write_file(workshop.path() / script, figure.script);
  base::write_file(workshop.path() / table, figure.table);
  run({"gnuplot", script}, workshop.path(), "gnuplot-nox");
  run({"rsvg-convert", "--zoom=2", "--output=" + png, svg}, workshop.path(), "librsvg2-bin");
  if (print == Print::pdf) {
    run({"gnuplot", "-e", "format='pdf'", script}, workshop.path(), "gnuplot-nox");
    files.push_back(figure.name + ".pdf");
  }
  if (print == Print::pdf && !figure.column_script.empty()) {
    const std::string column = base::concat(figure.name, column_suffix);
    base::write_file(workshop.path() / (column + ".gp"), figure.column_script);
    run({"gnuplot", column + ".gp"}, workshop.path(), "gnuplot-nox");
    files.insert(files.end(), {column + ".gp", column + ".pdf"});
  }
  for (const std::string& file : files) {
    base::write_file(folder / file, base::read_file(workshop.path() / file));
  }
}

std::string terminal_text(const std::string& name, const std::string& table, const PageSize& page,
                          std::string_view usual) {
  constexpr double points_per_inch = 72;
  const double in = page.inches_per_pixel;
  const std::string_view other = usual == "svg" ? "pdf" : "svg";
  return fmt::format(
      "# {0}.{8}, drawn from {1}.tsv. To change it, edit this file and run: gnuplot {0}.gp\n"
      "# As {9}: gnuplot -e \"format='{9}'\" {0}.gp\n"
      "if (!exists('format')) format = '{8}'\n"
      "if (format eq 'pdf') {{\n"
      "  set terminal pdfcairo size {4:.3f}in,{5:.3f}in enhanced background 'white' \\\n"
      "    font 'DejaVu Sans,12' fontscale {6:.3f} linewidth {6:.3f} pointscale {7:.3f}\n"
      "}} else {{\n"
      "  set terminal svg size {2:.0f},{3:.0f} fixed enhanced background 'white' \\\n"
      "    font 'DejaVu Sans,Verdana,sans-serif,12' name {10}\n"
      "}}\n"
      "set output {10}.'.'.format\n",
      name, table, page.width, page.height, page.width * in, page.height * in, points_per_inch * in,
      points_per_inch * in, usual, other, plain_literal(name));
}

}  // namespace lab::figure
