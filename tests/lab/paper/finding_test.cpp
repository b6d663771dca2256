#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <regex>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "base/tsv.h"
#include "lab/figure/read/figures.h"
#include "lab/paper/experiment.h"
#include "tests/lab/paper/evidence.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;
const fs::path root = LAB_SOURCE_DIR;

/// A part of a text: from its first letter to the one after its last.
struct Stretch {
  std::size_t first = 0, last = 0;
};

/// What data have to say: "94.0 %", "n^2.71", and the sizes a power law rests on, "three sizes, n =
/// 20 to 30".
std::vector<Stretch> numbers_in(const std::string& text) {
  static const std::regex number(
      R"(n\^[0-9.]*[0-9]|(\w+ sizes, )?n = [0-9]+ to [0-9]+|[0-9.]*[0-9] ?%)");
  std::vector<Stretch> all;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), number);
       at != std::sregex_iterator(); ++at) {
    const auto first = static_cast<std::size_t>(at->position());
    all.push_back({first, first + static_cast<std::size_t>(at->length())});
  }
  return all;
}

/// A line of findings.tsv: words of a finding that hold one number, and where it is from.
struct Source {
  std::string paper, words, file, rows, column;
};

std::vector<Source> sources_of(const std::string& paper) {
  std::vector<Source> all;
  for (const auto& row : base::read_tsv(root / "tests/lab/paper/findings.tsv").rows) {
    if (row[0] == paper) all.push_back({row[0], row[1], row[2], row[3], row[4]});
  }
  return all;
}

/// The cells of the source's column in the rows it means.
std::vector<std::string> cells_of(const Source& source) {
  return tests::cells_from({source.paper, source.file, source.rows, source.column}, source.column,
                           root);
}

double number(const std::string& cell) {
  return std::stod(cell.substr(cell.find_first_of("-0123456789")));
}

/// What the data give for a number, in the form in which it is written.
std::string computed(const std::string& written, const Source& source) {
  const std::vector<std::string> cells = cells_of(source);
  if (written.find("n = ") != written.npos) {
    static const std::vector<std::string> words{"no", "one", "two", "three", "four", "five", "six"};
    const auto [low, high] = std::ranges::minmax(cells, {}, number);
    return fmt::format("{} sizes, n = {} to {}", words.at(cells.size()), low, high);
  }
  if (cells.size() > 1) return "several";
  const bool power = written.starts_with("n^");
  const auto point = written.find('.');
  const auto end = written.find_last_of("0123456789");
  const auto decimals = point == written.npos ? 0 : end - point;
  return fmt::format("{}{:.{}f}{}", power ? "n^" : "", number(cells.front()), decimals,
                     power ? "" : " %");
}

/// What is wrong with the numbers of a text, a line each; `found` is told where each is from.
std::vector<std::string> faults_of(const std::string& text, const std::vector<Source>& sources,
                                   std::vector<std::string>* found) {
  std::vector<std::string> faults;
  const std::vector<Stretch> numbers = numbers_in(text);
  std::set<std::size_t> known;  // where numbers with a source begin
  for (const Source& source : sources) {
    const auto at = text.find(source.words);
    const auto held = std::ranges::find_if(numbers, [&](const Stretch& one) {
      return at != text.npos && one.first >= at && one.last <= at + source.words.size();
    });
    if (held == numbers.end()) {
      faults.push_back("no number in `" + source.words + "`");
      continue;
    }
    known.insert(held->first);
    const std::string written = text.substr(held->first, held->last - held->first);
    const std::string data = computed(written, source);
    const std::string where = source.file + ": " + source.rows + ": " + source.column;
    if (data != written) faults.push_back(written + ": " + where + " gives " + data);
    found->push_back(fmt::format("{}: {} is {}", source.paper, written, where));
  }
  for (const Stretch& one : numbers) {
    if (!known.contains(one.first)) {
      faults.push_back("no source of `" + text.substr(one.first, one.last - one.first) + "`");
    }
  }
  return faults;
}

std::vector<std::string> faults_of(const std::string& text, const std::vector<Source>& sources) {
  std::vector<std::string> found;
  return faults_of(text, sources, &found);
}

std::string finding_of(const Experiment& experiment) {
  return figure::read::read_figures(experiment.figures()).finding;
}

/// The README's table of results: the finding by the experiment's name.
std::map<std::string, std::string> shown_findings() {
  static const std::regex row(R"(\| \[(\w+)\]\(experiments/\w+\)[^|]*\| (.*) \|)");
  std::map<std::string, std::string> shown;
  for (const std::string& line : base::split(base::read_file(root / "README.md"), '\n')) {
    std::smatch match;
    if (std::regex_match(line, match, row)) shown[match[1]] = match[2];
  }
  return shown;
}

}  // namespace

TEST_CASE("every percentage, exponent and range of sizes in a finding is what results say") {
  std::vector<std::string> found;
  for (const Experiment& experiment : all_experiments(root / "experiments")) {
    for (const auto& fault :
         faults_of(finding_of(experiment), sources_of(experiment.name), &found)) {
      FAIL_CHECK(experiment.name << ": " << fault);
    }
  }
  for (const std::string& line : found) std::cout << line << '\n';
  CHECK(found.size() >= 40);
}

TEST_CASE("the README's table of results is the findings, word by word") {
  const std::map<std::string, std::string> shown = shown_findings();
  const std::vector<Experiment> experiments = all_experiments(root / "experiments");
  CHECK(shown.size() == experiments.size());
  for (const Experiment& experiment : experiments) {
    REQUIRE(shown.contains(experiment.name));
    CHECK(shown.at(experiment.name) == finding_of(experiment));
  }
}

TEST_CASE("a number that was changed, added or dropped is noticed wherever it stands") {
  for (const Experiment& experiment : all_experiments(root / "experiments")) {
    const std::string text = finding_of(experiment);
    const std::vector<Source> sources = sources_of(experiment.name);
    CHECK(faults_of(text + " And 41.9 %.", sources).size() == 1);
    for (const Stretch& one : numbers_in(text)) {
      std::string changed = text;
      char& digit = changed[changed.find_last_of("0123456789", one.last - 1)];
      digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
      CHECK(!faults_of(changed, sources).empty());
    }
  }
  const std::vector<Source> median{
      {"task_hinting", "94.1 %", "gap.tsv", "claim=with the successor hint, length 100", "median"}};
  CHECK(faults_of("it has 94.1 %", median) ==
        std::vector<std::string>{"94.1 %: gap.tsv: claim=with the successor hint, length 100: "
                                 "median gives 94.0 %"});
}

}  // namespace lab::paper
