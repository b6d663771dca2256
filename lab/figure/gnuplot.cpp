#include "lab/figure/gnuplot.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <utility>
#include <vector>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr std::chrono::milliseconds poll_interval(2);

/// Whether a shell would find a program of this name.
bool on_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  for (const std::string& folder : base::split(path != nullptr ? path : "/usr/bin:/bin", ':')) {
    const std::filesystem::path file = std::filesystem::path(folder.empty() ? "." : folder) / name;
    if (access(file.c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// What would draw and is not here, with the Debian package that has it.
std::vector<std::string> missing_programs() {
  std::vector<std::string> missing;
  if (!on_path("gnuplot")) missing.emplace_back("gnuplot (Debian package gnuplot-nox)");
  if (!on_path("rsvg-convert")) missing.emplace_back("rsvg-convert (librsvg2-bin)");
  return missing;
}

/// Whether `file` is there and holds this text.
bool holds(const std::filesystem::path& file, const std::string& text) {
  return std::filesystem::is_regular_file(file) && base::read_file(file) == text;
}

/// Script and table alone. A drawing of others is no longer this figure's, so it goes.
void write_undrawn(const FigureText& figure, const std::filesystem::path& folder) {
  const auto file = [&](std::string_view ending) {
    return folder / base::concat(figure.name, ending);
  };
  const bool same = holds(file(".gp"), figure.script) && holds(file(".tsv"), figure.table);
  base::write_file(file(".gp"), figure.script);
  base::write_file(file(".tsv"), figure.table);
  if (!figure.column_script.empty()) {
    base::write_file(file(base::concat(column_suffix, ".gp")), figure.column_script);
  }
  if (same) return;
  for (const char* ending : {".svg", ".png", ".pdf", "_column.pdf"}) {
    std::filesystem::remove(file(ending));
  }
}

/// Once in a process, however many figures there are.
void tell_what_would_draw(const std::vector<std::string>& missing) {
  static bool told = false;
  if (!std::exchange(told, true)) {
    std::cerr << "figures are written as .gp and .tsv and not drawn: not installed here: "
              << base::joined(missing) << '\n';
  }
}

/// Runs a program of the PATH in `folder`. Throws base::Error unless it ends well and silently.
void run(const std::vector<std::string>& words, const std::filesystem::path& folder) {
  std::vector<std::string> command{"/usr/bin/env", "-C", folder.string()};
  command.insert(command.end(), words.begin(), words.end());
  const std::filesystem::path log = folder / "log.txt";
  base::write_file(log, "");
  const pid_t child = base::start_process(command, {{"LC_ALL", "C.UTF-8"}}, log);
  std::optional<int> code;
  while (!(code = base::exit_code_of(child))) std::this_thread::sleep_for(poll_interval);
  const std::string complaint = base::read_file(log);
  base::require(*code == 0 && complaint.empty(), words[0], " ", words.back(), ": exit code ", *code,
                ": ", complaint);
}

}  // namespace

bool draw(const FigureText& figure, const std::filesystem::path& folder, Print print) {
  if (const auto missing = missing_programs(); !missing.empty()) {
    write_undrawn(figure, folder);
    tell_what_would_draw(missing);
    return false;
  }
  const base::ScratchFolder workshop(folder,
                                     ".drawing-");  // two processes may draw the same figure
  const std::string script = figure.name + ".gp", table = figure.name + ".tsv",
                    svg = figure.name + ".svg", png = figure.name + ".png";
  std::vector<std::string> files{script, table, svg, png};
  base::write_file(workshop.path() / script, figure.script);
  base::write_file(workshop.path() / table, figure.table);
  run({"gnuplot", script}, workshop.path());
  run({"rsvg-convert", "--zoom=2", "--output=" + png, svg}, workshop.path());
  if (print == Print::pdf) {
    run({"gnuplot", "-e", "format='pdf'", script}, workshop.path());
    files.push_back(figure.name + ".pdf");
  }
  if (print == Print::pdf && !figure.column_script.empty()) {
    const std::string column = base::concat(figure.name, column_suffix);
    base::write_file(workshop.path() / (column + ".gp"), figure.column_script);
    run({"gnuplot", column + ".gp"}, workshop.path());
    files.insert(files.end(), {column + ".gp", column + ".pdf"});
  }
  for (const std::string& file : files) {
    base::write_file(folder / file, base::read_file(workshop.path() / file));
  }
  return true;
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
