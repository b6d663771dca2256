#include "lab/spec/plan/plan_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/machine.h"
#include "base/names.h"
#include "base/parallel.h"
#include "lab/spec/document.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/include.h"
#include "lab/spec/label.h"
#include "lab/spec/path.h"
#include "lab/spec/plan/axes.h"
#include "lab/spec/set.h"

namespace lab::spec::plan {
namespace {

constexpr std::int64_t most_runs = 100'000;

/// One choice of each axis, by number.
using Point = std::vector<std::size_t>;

/// Left out is what has one of its choices on every axis here.
using Exclusion = std::map<std::size_t, std::set<std::size_t>>;  // axis -> choices

template <typename Named>
std::size_t index_of(const std::vector<Named>& all, const std::string& name,
                     const std::string& what, const Origin& origin) {
  std::vector<std::string> names;
  for (const auto& one : all) names.push_back(one.name);
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    fail(origin, "no " + what + " `" + name + "`" + base::did_you_mean_or_all(name, names));
  }
  return static_cast<std::size_t>(found - names.begin());
}

Exclusion exclusion(const proto::Exclude& exclude, const std::string& path,
                    const std::vector<SweepAxis>& axes, const Origins& origins) {
  if (exclude.where().empty()) origins.fail_at({path}, path + ": has no where");
  Exclusion result;
  for (int i = 0; i < exclude.where_size(); ++i) {
    const Origin& origin = origins.nearest(item_path(field_path(path, "where"), i));
    const std::string& where = exclude.where(i);
    const auto equals = where.find('=');
    if (equals == std::string::npos) fail(origin, "wanted axis=value, found `" + where + "`");
    const auto axis = index_of(axes, where.substr(0, equals), "axis", origin);
    const auto& choices = axes[axis].choices;
    const std::string value = where.substr(equals + 1);
    result[axis].insert(index_of(choices, value, "value of " + axes[axis].name, origin));
  }
  return result;
}

std::vector<Exclusion> exclusions(const Document& document, const std::vector<SweepAxis>& axes) {
  std::vector<Exclusion> all;
  const auto& sweep = document.spec.sweep();
  for (int i = 0; i < sweep.exclude_size(); ++i) {
    all.push_back(
        exclusion(sweep.exclude(i), item_path("sweep.exclude", i), axes, document.origins));
  }
  return all;
}

bool excluded(const Point& point, const std::vector<Exclusion>& all) {
  return std::ranges::any_of(all, [&](const Exclusion& exclusion) {
    return std::ranges::all_of(exclusion, [&](const auto& choices_of) {
      return choices_of.second.contains(point[choices_of.first]);
    });
  });
}

void check_count(const Document& document, const std::vector<SweepAxis>& axes) {
  std::int64_t runs = document.spec.sweep().seeds().count();
  for (const auto& axis : axes) {
    runs *= std::ssize(axis.choices);
    if (runs > most_runs) {
      document.origins.fail_at({"sweep"}, fmt::format("sweep: more than {} runs", most_runs));
    }
  }
}

/// The points of the product that are not excluded; the last axis changes fastest.
std::vector<Point> points(const std::vector<SweepAxis>& axes, const std::vector<Exclusion>& out) {
  std::vector<Point> all;
  Point point(axes.size(), 0);
  for (bool more = true; more;) {
    if (!excluded(point, out)) all.push_back(point);
    more = false;
    for (std::size_t axis = axes.size(); axis-- > 0 && !more;) {
      point[axis] = (point[axis] + 1) % axes[axis].choices.size();
      more = point[axis] != 0;
    }
  }
  return all;
}

void forbid_sweep(const std::string& set, const Origin& origin) {
  const std::string first = set.substr(0, set.find_first_of(".[+= "));
  if (first == "sweep" || first == "name") fail(origin, "a sweep cannot set `" + first + "`");
}

/// `base` with the choices of one point made.
Document at_point(const Document& base, const std::vector<SweepAxis>& axes, const Point& point) {
  Document document = base;
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    const Choice& choice = axes[axis].choices[point[axis]];
    for (std::size_t i = 0; i < choice.sets.size(); ++i) {
      forbid_sweep(choice.sets[i], choice.origins[i]);
      apply_set(choice.sets[i], choice.origins[i], &document);
    }
  }
  return document;
}

/// `document` with this seed, wherever the sweep wants it.
Document seeded(Document document, const proto::Seeds& seeds, std::uint64_t seed) {
  document.spec.set_seed(seed);
  document.spec.set_data_seed(seed);
  for (int i = 0; i < seeds.path_size(); ++i) {
    const std::string set = fmt::format("{}={}", seeds.path(i), seed);
    const Origin origin = document.origins.nearest(item_path("sweep.seeds.path", i));
    forbid_sweep(set, origin);
    apply_set(set, of_sweep(origin, set), &document);
  }
  return document;
}

/// The run of a document. What is wrong with it is said of it by name, unless it is the only one.
RunSpec checked(Document document, const std::string& label, bool only_one,
                const SpecCheck& check) {
  try {
    Spec spec = completed(std::move(document), label);
    check(spec);
    return std::move(spec.run);
  } catch (const base::Error& error) {
    if (only_one) throw;
    throw base::Error(fmt::format("{}\nin the run `{}`", error.what(), label), error.exit_code());
  }
}

/// One run for each seed; `name` is the spec's.
std::vector<PlannedRun> runs_of(const Document& document, const proto::Sweep& sweep,
                                const std::string& name, const PlannedRun& settings,
                                const SpecCheck& check) {
  std::vector<PlannedRun> runs;
  std::string label = name;
  if (!settings.settings.empty()) label += " " + label_of(settings.settings, " ");
  const int count = sweep.has_seeds() ? sweep.seeds().count() : 1;
  for (int i = 0; i < count; ++i) {
    Document one = document;
    std::string one_label = label;
    if (sweep.has_seeds()) {
      const auto seed = sweep.seeds().first() + static_cast<std::uint64_t>(i);
      one = seeded(document, sweep.seeds(), seed);
      one_label += " seed=" + std::to_string(seed);
    }
    one.spec.set_name(one_label);
    PlannedRun run = settings;
    run.spec = checked(std::move(one), one_label, one_label == name, check);
    runs.push_back(std::move(run));
  }
  return runs;
}

void check_distinct(const std::vector<PlannedRun>& runs, const Origins& origins) {
  std::map<std::string, std::string> names;
  for (const auto& run : runs) {
    const auto [first, added] = names.emplace(run.spec.fingerprint, run.spec.name);
    if (added) continue;
    origins.fail_at({"sweep"},
                    "sweep: `" + first->second + "` and `" + run.spec.name +
                        "` are the same run: what tells them apart decides none of its numbers");
  }
}

std::optional<MedianStopping> sweep_stopping(const Document& document) {
  const proto::Sweep& sweep = document.spec.sweep();
  if (!sweep.has_median_stopping()) return std::nullopt;
  return from_proto<MedianStopping>(sweep.median_stopping());
}

/// The scores that a rule or a search at `path` looks at must be made.
void check_scored(const ScoreSpec& score, tasks::Pool pool, const std::optional<int>& difficulty,
                  const std::string& path, const Origins& origins) {
  if (std::ranges::count(score.pools, pool) == 0) {
    origins.fail_at({path},
                    fmt::format("{}: pool {} is not among score.pools", path, tasks::name(pool)));
  }
  if (difficulty && std::ranges::count(score.difficulties, *difficulty) == 0) {
    origins.fail_at({path}, fmt::format("{}: difficulty {} is not among score.difficulties", path,
                                        *difficulty));
  }
}

void check_stopping(const SweepPlan& plan, const Origins& origins) {
  if (!plan.stopping) return;
  const std::string path = "sweep.median_stopping";
  if (plan.search) {
    origins.fail_at({path}, path + ": axis " + plan.search->axis +
                                " searches, and needs every run that it comes to");
  }
  for (const PlannedRun& run : plan.runs) {
    if (run.spec.score.every == 0) {
      origins.fail_at({path}, path + ": needs score.every, scores on the way");
    }
    check_scored(run.spec.score, plan.stopping->pool, plan.stopping->difficulty, path, origins);
  }
}

/// A search that does not say where it looks does in TEST, or in the first pool that is scored.
void check_search(const proto::Sweep& sweep, const Origins& origins, SweepPlan* plan) {
  if (!plan->search) return;
  int axis = 0;
  while (!sweep.axis(axis).has_search()) ++axis;
  const std::string path = field_path(item_path("sweep.axis", axis), "search");
  const std::vector<tasks::Pool>& scored = plan->runs.front().spec.score.pools;
  if (!sweep.axis(axis).search().has_pool() &&
      std::ranges::count(scored, plan->search->pool) == 0) {
    plan->search->pool = scored.front();
  }
  for (const PlannedRun& run : plan->runs) {
    check_scored(run.spec.score, plan->search->pool, plan->search->difficulty, path, origins);
  }
}

SweepPlan planned(Document document, const std::string& origin, const SpecCheck& check) {
  check_limits(document);
  SweepPlan result;
  const proto::Sweep sweep = document.spec.sweep();
  result.name = sweep.has_name() ? sweep.name() : default_name(origin);
  check_label(result.name, "sweep.name", document.origins);
  const auto axes = sweep_axes(document);
  result.search = sweep_search(document, axes);
  result.stopping = sweep_stopping(document);
  check_count(document, axes);
  const auto out = exclusions(document, axes);
  const std::string name = document.spec.has_name() ? document.spec.name() : default_name(origin);
  document.spec.clear_sweep();
  const std::vector<Point> all = points(axes, out);
  std::vector<std::vector<PlannedRun>> runs(all.size());
  const auto plan_point = [&](std::int64_t i) {  // a check may take a while
    const Point& point = all[static_cast<std::size_t>(i)];
    PlannedRun settings;
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
      settings.settings.emplace_back(axes[axis].name, axes[axis].choices[point[axis]].name);
    }
    runs[static_cast<std::size_t>(i)] =
        runs_of(at_point(document, axes, point), sweep, name, settings, check);
  };
  base::parallel_for(std::ssize(all), base::available_cores(), plan_point);
  for (auto& some : runs) std::ranges::move(some, std::back_inserter(result.runs));
  if (result.runs.empty()) document.origins.fail_at({"sweep"}, "sweep: every run is excluded");
  check_distinct(result.runs, document.origins);
  check_stopping(result, document.origins);
  check_search(sweep, document.origins, &result);
  return result;
}

}  // namespace

SweepPlan plan_sweep(const std::filesystem::path& file, const Overrides& overrides,
                     const SpecCheck& check) {
  Document document = read_document(file);
  apply_overrides(overrides, &document);
  return planned(std::move(document), file.string(), check);
}

SweepPlan plan_sweep(const std::string& text, const std::string& origin,
                     const std::filesystem::path& folder, const Overrides& overrides,
                     const SpecCheck& check) {
  Document document = load_document(text, origin, folder);
  apply_overrides(overrides, &document);
  return planned(std::move(document), origin, check);
}

}  // namespace lab::spec::plan
