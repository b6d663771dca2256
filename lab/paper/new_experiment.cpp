#include "lab/paper/new_experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/figure/read/figures.h"
#include "lab/sweep/read_sweep.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;

constexpr const char* spec_head =
    "# proto-file: lab/spec/spec.proto\n# proto-message: lab.proto.Spec\n#\n";

constexpr const char* own_base = R"(# What all runs share; `lab docs spec` explains every field.
task {
  sorting { values: 20 }
  difficulty { low: 1 high: 5 }
}
model { width: 32 heads: 4 blocks: 2 positions: NONE }
train { steps: 2000 batch: 32 learning_rate: 4e-3 }
score {
  examples: 200
  pools: [ TRAIN, TEST ]
  difficulties: [ 2, 4, 6, 8, 10 ]
}
sweep {
  axis {
    name: "hint"
    value { name: "none" }
    value { name: "successor" set: "hint+={list_hint {kind: SUCCESSOR}}" }
  }
}
)";

void check_name(const std::string& name) {
  const auto is_plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
  };
  if (!name.empty() && name.front() != '-' && std::ranges::all_of(name, is_plain)) return;
  throw base::Error("NAME: wanted letters, digits, _ and -, found `" + name + "`",
                    base::ExitCode::wrong_usage);
}

/// As protobuf text has it.
std::string quoted(const std::string& text) {
  std::string escaped = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped + "\"";
}

std::string base_text(const fs::path& from, const fs::path& folder) {
  if (from.empty()) return std::string(spec_head) + own_base;
  const fs::path file = fs::weakly_canonical(from).lexically_relative(fs::weakly_canonical(folder));
  return fmt::format(
      "{}# What all runs share: that file. Put its text here to keep the experiment in one "
      "folder.\n"
      "include: {}\n",
      spec_head, quoted(file.string()));
}

std::string sweep_text(const std::string& name, const char* what, const char* changes, int seeds) {
  return fmt::format(
      "{}# {}\ninclude: \"base.textproto\"\n{}sweep {{\n  name: {}\n  seeds {{ first: 1 count: {} "
      "}}\n}}\n",
      spec_head, what, changes, quoted(name), seeds);
}

constexpr const char* smoke_changes =
    "train { steps: 20 batch: 8 warmup: 2 log_every: 10 }\nscore { examples: 10 every: 10 }\n";

/// A series for each setting of the sweep.
std::string series_text(const spec::plan::SweepPlan& plan) {
  std::string text;
  std::set<spec::plan::Settings> known;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    if (!known.insert(run.settings).second) continue;
    const std::string label =
        run.settings.empty() ? plan.name : spec::plan::label_of(run.settings, ", ");
    text += fmt::format("  series {{\n    label: {}\n", quoted(label));
    const auto where = [](const spec::plan::Setting& setting) {
      return "where: " + quoted(setting.axis + "=" + setting.value);
    };
    if (!run.settings.empty()) {
      text += fmt::format("    rows {{ {} }}\n", base::joined(run.settings, where, " "));
    }
    text += "  }\n";
  }
  return text;
}

/// Lines over the difficulty; a map where there are more series than lines can be told apart, a
/// strip where there is one difficulty.
std::string kind_of(const spec::plan::SweepPlan& plan) {
  constexpr std::size_t most_lines = 7;
  std::set<spec::plan::Settings> settings;
  for (const spec::plan::PlannedRun& run : plan.runs) settings.insert(run.settings);
  if (plan.runs.front().spec.score.difficulties.size() == 1) return "STRIP";
  return settings.size() > most_lines ? "MAP" : "LINES";
}

std::string figures_text(const std::string& name, const spec::plan::SweepPlan& plan) {
  const spec::RunSpec& run = plan.runs.front().spec;
  const std::vector<tasks::Pool>& pools = run.score.pools;
  const bool tested = std::ranges::count(pools, tasks::Pool::test) > 0;
  const std::string pool(tasks::name(tested ? tasks::Pool::test : pools.front()));
  const std::string kind = kind_of(plan), task = run.main.name;
  const std::string difficulty =
      kind == "STRIP" ? fmt::format(" difficulty: {}", run.score.difficulties.front()) : "";
  return fmt::format(
      "# proto-file: lab/figure/read/figures.proto\n# proto-message: lab.proto.Figures\n#\n"
      "# What is drawn; `lab docs figures` explains every field.\n"
      "headline: \"What {} asks: write the question here\"\n"
      "finding: \"Not known yet: write here what came out, and what it rests on.\"\n\n"
      "figure {{\n  name: \"exact_match\"\n  title: {}\n  kind: {}\n"
      "  rows {{ sweep: {} task: {} pool: {}{} }}\n{}  x_label: {}\n"
      "  trained {{ low: {} high: {} }}\n}}\n",
      name, quoted(name + ": " + task), kind, quoted(name), quoted(task),
      base::capital_letters(pool), difficulty, series_text(plan), quoted("difficulty of " + task),
      run.main.difficulty.low, run.main.difficulty.high);
}

std::string readme_text(const std::string& name) {
  return fmt::format(
      "# {0}\n\nWrite here what is asked and why, then what came out.\n\n"
      "| file | what it is |\n| --- | --- |\n"
      "| [base.textproto](base.textproto) | what all runs share |\n"
      "| [smoke.textproto](smoke.textproto) | a few steps, to see that everything works |\n"
      "| [cpu.textproto](cpu.textproto) | the runs that count: axes and seeds |\n"
      "| [figures.textproto](figures.textproto) | what is drawn of their scores |\n\n"
      "```\nlab coverage experiments/{0}/cpu.textproto\n"
      "lab reproduce {0} --scale smoke\nlab sweep experiments/{0}/cpu.textproto --dry-run\n"
      "lab reproduce {0}\n```\n\n"
      "Numbers of a paper go into paper.tsv (columns key, series, train_length, test_length, "
      "value, "
      "relation, status, source) and are named by figures and claims.\n",
      name);
}

}  // namespace

fs::path make_experiment(const fs::path& experiments, const std::string& name,
                         const fs::path& from) {
  check_name(name);
  const fs::path folder = experiments / name;
  if (fs::exists(folder)) {
    throw base::Error(folder.string() + ": is there already; wanted a name that is free",
                      base::ExitCode::wrong_usage);
  }
  if (!from.empty()) sweep::read_sweep(from);  // what is wrong with it is said of it
  fs::create_directories(experiments);
  const base::ScratchFolder workshop(experiments, ".new-");
  const auto write = [&](const char* file, const std::string& text) {
    base::write_file(workshop.path() / file, text);
  };
  write("base.textproto", base_text(from, folder));
  write("smoke.textproto",
        sweep_text(name, "Seconds, to see that everything works: too few steps for any claim.",
                   smoke_changes, 2));
  write("cpu.textproto", sweep_text(name, "The runs that count.", "", 5));
  write("README.md", readme_text(name));
  sweep::read_sweep(workshop.path() / "smoke.textproto");
  write("figures.textproto",
        figures_text(name, sweep::read_sweep(workshop.path() / "cpu.textproto")));
  figure::read::read_figures(workshop.path() / "figures.textproto");
  fs::create_directory(folder);  // with the rights that folders have here
  fs::copy(workshop.path(), folder);
  return folder;
}

}  // namespace lab::paper
