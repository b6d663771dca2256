#include "lab/spec/start.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/spec/path.h"
#include "lab/spec/set.h"

namespace lab::spec {
namespace {

namespace fs = std::filesystem;

fs::path start_file(const Document& document) {
  return path_from(document.origins.nearest("start.spec"), document.spec.start().spec());
}

/// What tells a spec of the chain from the others: its file and what is set in it.
std::string link_of(const fs::path& file, const proto::Start& start) {
  std::string link = fs::weakly_canonical(file).string();
  for (const std::string& set : start.set()) link += "\n" + set;
  return link;
}

std::string file_name(const std::string& link) {
  return fs::path(link.substr(0, link.find('\n'))).filename().string();
}

void check_fingerprint(const std::string& run, const Origins& origins) {
  const bool good = run.size() == 16 && run.find_first_not_of("0123456789abcdef") == run.npos;
  if (!good) {
    origins.fail_at({"start.run"},
                    origins.shown("start.run", run) +
                        " must be a fingerprint of 16 hex digits, as `lab runs` lists them");
  }
}

void check_step(const RunSpec& parent, std::int64_t step, const Origins& origins) {
  const TrainSpec& train = parent.train;
  if (keeps_step(train, step)) return;
  const std::string shown = origins.shown("start.step", std::to_string(step));
  if (step > train.steps) {
    origins.fail_at({"start.step"}, fmt::format("{} must be at most {}, the train.steps of `{}`",
                                                shown, train.steps, parent.name));
  }
  origins.fail_at(
      {"start.step"},
      fmt::format("{}: `{}` would keep no checkpoint of it: there, or by start.set, set train.keep "
                  "to ALL and train.checkpoint_every ({}) to a divisor of {}, which makes it no "
                  "other run; or start at its last step, {}",
                  shown, parent.name, train.checkpoint_every, step, train.steps));
}

void take_named(const RunSpec& parent, const Origins& origins, proto::Start* start) {
  if (start->has_run() && start->run() != parent.fingerprint) {
    origins.fail_at({"start.run", "start.spec"},
                    fmt::format("{} must be {}, the run of start.spec: give one of them",
                                origins.shown("start.run", start->run()), parent.fingerprint));
  }
  start->set_run(parent.fingerprint);
  if (!start->has_step()) start->set_step(parent.train.steps);
  check_step(parent, start->step(), origins);
  start->clear_spec();
  start->clear_set();
}

}  // namespace

std::optional<NamedStart> named_start(const Document& document, const StartChain& chain) {
  if (!document.spec.start().has_spec()) return std::nullopt;
  const fs::path file = start_file(document);
  std::error_code error;
  if (!fs::exists(file, error) || fs::is_directory(file, error)) {
    document.origins.fail_at({"start.spec"},
                             "start.spec: there is no file `" + file.string() + "`");
  }
  NamedStart named{file, chain};
  const std::string link = link_of(file, document.spec.start());
  const auto again = std::ranges::find(chain, link);
  named.chain.push_back(link);
  if (again == chain.end()) return named;
  std::vector<std::string> circle(again, chain.end());
  circle.push_back(link);
  document.origins.fail_at(
      {"start.spec"}, "starts go round in a circle: " + base::joined(circle, file_name, " -> "));
}

void apply_start_sets(const Document& child, Document* parent) {
  for (int i = 0; i < child.spec.start().set_size(); ++i) {
    const std::string& set = child.spec.start().set(i);
    apply_set(set, noted(child.origins.nearest(item_path("start.set", i)), "from start.set " + set),
              parent);
  }
}

void settle_start(const RunSpec* parent, Document* document) {
  const Origins& origins = document->origins;
  if (!document->spec.has_start()) return;
  proto::Start* start = document->spec.mutable_start();
  if (start->set_size() > 0 && parent == nullptr) {
    origins.fail_at({"start.set"}, "start.set changes the spec of start.spec, and there is none");
  }
  if (parent != nullptr) take_named(*parent, origins, start);
  if (start->ByteSizeLong() == 0) {  // `start {}` takes back what an include says
    document->spec.clear_start();
    return;
  }
  if (!start->has_run()) {
    origins.fail_at({"start"},
                    "start: whose weights? give start.spec, a spec's file, or start.run");
  }
  check_fingerprint(start->run(), origins);
  if (!start->has_step()) {
    origins.fail_at({"start.run"}, "start.step must be given with start.run: `lab runs show " +
                                       start->run() + "` tells how many steps that run has");
  }
}

bool keeps_step(const TrainSpec& train, std::int64_t step) {
  if (step == train.steps) return true;
  return step < train.steps && train.keep == Keep::all && step % train.checkpoint_every == 0;
}

}  // namespace lab::spec
