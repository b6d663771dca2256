#include "lab/compare/differences.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace lab::compare {
namespace {

constexpr const char* absent = "-";

/// Decides none of a run's numbers (see RunSpec::fingerprint).
bool is_idle(const std::string& path) {
  return path == "name" || path == "train.checkpoint_every" || path == "train.log_every" ||
         path == "train.keep";
}

/// Told only where nothing else tells two runs apart.
bool is_secondary(const std::string& path) {
  return path.ends_with("seed") || path.starts_with("score.");
}

std::string hints_of(const spec::RunSpec& run) {
  const auto name = [](const spec::MixturePart& hint) { return hint.name; };
  return run.hints.empty() ? "none" : base::joined(run.hints, name, "+");
}

/// Every field, with the names of the tasks beside them.
spec::FieldTexts fields_of(const spec::Spec& spec) {
  spec::FieldTexts fields = spec.filled;
  fields["task"] = spec.run.main.name;
  fields["hint"] = hints_of(spec.run);
  return fields;
}

std::string value_at(const spec::FieldTexts& fields, const std::string& path) {
  const auto found = fields.find(path);
  return found == fields.end() ? absent : found->second;
}

/// Specs by their fields, held against each other.
class Fields {
 public:
  explicit Fields(std::span<const spec::Spec> specs) {
    for (const spec::Spec& spec : specs) {
      fields_.push_back(fields_of(spec));
      for (const auto& [path, value] : spec.written) said_.insert(path);
    }
    said_.insert({"task", "hint"});
  }

  /// The fields that somebody said, not only a default that follows from others, and that differ
  /// among these specs: those that all of `others` have, or any.
  std::set<std::string> differing(std::span<const std::size_t> specs, bool in_all) const {
    std::set<std::string> paths;
    for (const std::string& path : said_) {
      std::set<std::string> values;
      bool everywhere = true;
      for (const std::size_t i : specs) {
        values.insert(value_at(fields_[i], path));
        everywhere = everywhere && fields_[i].contains(path);
      }
      if (values.size() > 1 && (everywhere || !in_all) && !is_idle(path)) paths.insert(path);
    }
    return paths;
  }

  spec::plan::Settings settings(std::size_t spec, const std::vector<std::string>& paths) const {
    spec::plan::Settings settings;
    for (const std::string& path : paths) {
      settings.push_back({path, value_at(fields_[spec], path)});
    }
    return settings;
  }

 private:
  std::vector<spec::FieldTexts> fields_;
  std::set<std::string> said_;
};

/// Runs that have the same seed and the same settings, and are different all the same.
std::vector<std::vector<std::size_t>> taken_for_the_same(
    std::span<const spec::Spec> specs, const std::vector<spec::plan::Settings>& all) {
  std::map<std::pair<spec::plan::Settings, std::uint64_t>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    groups[{all[i], specs[i].run.seed}].push_back(i);
  }
  std::vector<std::vector<std::size_t>> several;
  for (auto& [settings, members] : groups) {
    if (members.size() > 1) several.push_back(std::move(members));
  }
  return several;
}

/// Tasks and hints first, then by path.
std::vector<std::string> in_order(const std::set<std::string>& paths) {
  std::vector<std::string> ordered(paths.begin(), paths.end());
  std::ranges::stable_partition(
      ordered, [](const std::string& path) { return path == "task" || path == "hint"; });
  return ordered;
}

std::vector<spec::plan::Settings> all_settings(const Fields& fields, std::size_t specs,
                                               const std::set<std::string>& paths) {
  std::vector<spec::plan::Settings> all;
  for (std::size_t i = 0; i < specs; ++i) all.push_back(fields.settings(i, in_order(paths)));
  return all;
}

}  // namespace

std::vector<spec::plan::Settings> differences(std::span<const spec::Spec> specs) {
  const Fields fields(specs);
  std::vector<std::size_t> everyone;
  for (std::size_t i = 0; i < specs.size(); ++i) everyone.push_back(i);
  std::set<std::string> paths = fields.differing(everyone, true);
  std::erase_if(paths, is_secondary);
  std::vector<spec::plan::Settings> all = all_settings(fields, specs.size(), paths);
  for (const auto& group : taken_for_the_same(specs, all)) {
    for (const std::string& path : fields.differing(group, false)) {
      if (path != "seed") paths.insert(path);
    }
  }
  return all_settings(fields, specs.size(), paths);
}

}  // namespace lab::compare
