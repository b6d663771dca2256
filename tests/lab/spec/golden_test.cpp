#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "base/file.h"
#include "base/random.h"
#include "base/text.h"
#include "base/tsv.h"
#include "lab/spec/spec.h"
#include "lab/spec/spec.pb.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Paths = std::vector<std::string>;
namespace fs = std::filesystem;

/// Lines of a golden that only one of the two texts has: "- wanted", "+ found".
std::string differences(const std::string& wanted, const std::string& found) {
  const auto missing = [](const std::string& of, const std::string& in, const std::string& sign) {
    const std::vector<std::string> all = base::split(in, '\n');
    std::string lines;
    for (const std::string& line : base::split(of, '\n')) {
      if (std::ranges::count(all, line) == 0) lines += sign + line + "\n";
    }
    return lines;
  };
  return missing(wanted, found, "- ") + missing(found, wanted, "+ ");
}

void check_golden(const std::string& name, const std::string& found) {
  const fs::path file = lab_tests::golden_specs() / name;
  if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(file, found);
  INFO("LAB_UPDATE_GOLDEN=1 writes " << name << " anew; read what git diff then says");
  const std::string wanted = base::read_file(file);
  CHECK(differences(wanted, found) == "");
  CHECK((wanted == found));
}

/// The paths of all values below `message`; `path` is the message's, with a dot behind it, or "".
/// Left out: labels, what stands for something else that is written out in a run's spec, and hints
/// and the other kinds of a part, which a spec has only if it says so.
void add_paths(const Descriptor& message, const std::string& path, const std::string& kind,
               Paths* paths) {
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    const std::string here = path + field.name();
    if (here == "name" || here == "include" || here == "unset" || here == "sweep" || here == "hint")
      continue;
    if (here == "score.range") continue;
    if (field.containing_oneof() != nullptr && field.name() != kind) continue;
    if (field.message_type() != nullptr && field.is_repeated()) continue;  // there is none
    if (field.message_type() == nullptr) {
      paths->push_back(here);
    } else {
      add_paths(*field.message_type(), here + ".", kind, paths);
    }
  }
}

/// path -> value of all fields of a spec whose task is of this kind and sets these fields.
std::map<std::string, std::string> values_of(const std::string& kind, const std::string& set) {
  Paths paths;
  add_paths(*proto::Spec::descriptor(), "", kind, &paths);
  const std::string questions = (lab_tests::golden_specs() / "pairs.jsonl").string();
  const std::string needed = kind == "file" ? "path: \"" + questions + "\" " : "";
  const Spec spec =
      parse_spec("task { " + kind + " { " + needed + set + " } }\ntrain { steps: 1000 }\n",
                 "golden.textproto", ".");
  std::map<std::string, std::string> all;
  for (const std::string& path : paths) all[path] = spec.value_at(path).value_or("none");
  if (!needed.empty()) all["task.file.path"] = "pairs.jsonl";
  return all;
}

/// A line for each value that is not the same in `known`.
std::string lines_of(const std::map<std::string, std::string>& values,
                     const std::map<std::string, std::string>& known) {
  std::string text;
  for (const auto& [path, value] : values) {
    const auto found = known.find(path);
    if (found == known.end() || found->second != value) text += "  " + path + " = " + value + "\n";
  }
  return text;
}

/// For each value of each of the kind's enumerations what it changes, if that is more than itself.
std::string variants(const FieldDescriptor& kind) {
  const auto plain = values_of(kind.name(), "");
  const Descriptor& message = *kind.message_type();
  std::string text;
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    const auto* values = field.enum_type();
    for (int k = 0; values != nullptr && k < values->value_count(); ++k) {
      const std::string set = field.name() + ": " + values->value(k)->name();
      const std::string path = "task." + kind.name() + "." + field.name();
      auto known = plain;
      known[path] = values->value(k)->name();
      const std::string lines = lines_of(values_of(kind.name(), set), known);
      if (!lines.empty()) text += "\ntask { " + kind.name() + " { " + set + " } }\n" + lines;
    }
  }
  return text;
}

/// Of a file of runs: how many there are, the first and the last, and a digest of all.
std::vector<std::string> row_of(const fs::path& file) {
  const std::vector<plan::PlannedRun> runs = sweep::read_sweep(file).runs;
  std::string all;
  for (const plan::PlannedRun& run : runs)
    all += run.spec.name + "\t" + run.spec.fingerprint + "\n";
  return {file.parent_path().filename().string() + "/" + file.filename().string(),
          std::to_string(runs.size()),
          runs.front().spec.name,
          runs.front().spec.fingerprint,
          runs.back().spec.name,
          runs.back().spec.fingerprint,
          base::hexadecimal(base::digest(all))};
}

/// The specs of all experiments, by path: all their protobuf texts but those of figures.
std::vector<fs::path> experiment_specs() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(LAB_SOURCE_DIR) / "experiments")) {
    const bool figures = entry.path().filename().string().starts_with("figures");
    if (entry.path().extension() == ".textproto" && !figures) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("what a spec leaves out means what it always meant") {
  const FieldDescriptor& task = *proto::Spec::descriptor()->FindFieldByName("task");
  const auto& kinds = *task.message_type()->FindOneofByName("kind");
  std::map<std::string, std::string> common = values_of(kinds.field(0)->name(), "");
  std::erase_if(common, [](const auto& value) { return value.first.starts_with("task."); });
  std::string text =
      "# Stored runs leave defaults out: one that changes gives all of them another meaning.\n"
      "# What is common to all kinds of tasks, then for each kind its own and what is different,\n"
      "# then for values of its enumerations what these change beside themselves.\n\n" +
      lines_of(common, {});
  for (int i = 0; i < kinds.field_count(); ++i) {
    const FieldDescriptor& kind = *kinds.field(i);
    text += "\ntask { " + kind.name() + " {} }\n" + lines_of(values_of(kind.name(), ""), common);
    text += variants(kind);
  }
  check_golden("defaults.txt", text);
}

TEST_CASE("the runs of every experiment keep their fingerprints") {
  base::Table table{{"file", "runs", "first", "fingerprint of the first", "last",
                     "fingerprint of the last", "digest of all names and fingerprints"},
                    {}};
  for (const fs::path& file : experiment_specs()) table.rows.push_back(row_of(file));
  check_golden("experiments.tsv", base::tsv(table));
}

}  // namespace lab::spec
