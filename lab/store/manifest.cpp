#include "lab/store/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/version.h"
#include "lab/store/holder.h"

namespace lab::store {
namespace {

constexpr std::array noted_states{RunState::running, RunState::stopped, RunState::failed,
                                  RunState::finished};

RunState noted_state(const std::string& text) {
  const std::optional<RunState> state = run_state_named(text);
  if (state && std::ranges::count(noted_states, *state) > 0) return *state;
  throw base::Error("status: wanted running, stopped, failed or finished, found `" + text + "`");
}

/// Calls visit(key, member) for every member that is kept as it is; the list is written once.
template <typename SomeManifest, typename Visit>
void each_member(SomeManifest& m, const Visit& visit) {
  visit("fingerprint", m.fingerprint);
  visit("name", m.name);
  visit("version", m.version);
  visit("host", m.host);
  visit("seed", m.seed);
  visit("data_seed", m.data_seed);
  visit("score_seed", m.score_seed);
  visit("parameters", m.parameters);
  visit("step", m.step);
  visit("steps", m.steps);
  visit("threads", m.threads);
  visit("started", m.started);
  visit("finished", m.finished);
  visit("wall_seconds", m.wall_seconds);
  visit("error", m.error);
}

Manifest parsed(const std::string& text) {
  const auto object = nlohmann::json::parse(text);
  Manifest manifest;
  each_member(manifest, [&](const char* key, auto& member) { object.at(key).get_to(member); });
  manifest.state = noted_state(object.at("status"));
  if (const auto loss = object.find("final_loss"); loss != object.end()) {
    manifest.final_loss = {loss->at("mean").get<double>(), loss->at("uniform").get<double>()};
  }
  return manifest;
}

/// Of a run that nobody is at any more.
RunState left_behind(RunState noted) {
  switch (noted) {
    case RunState::running:
    case RunState::finished:  // its scores are gone
      return RunState::interrupted;
    case RunState::interrupted:
    case RunState::stopped:
    case RunState::failed:
    case RunState::unreadable:
    case RunState::waiting:
      break;
  }
  return noted;
}

bool is_finished(const std::filesystem::path& folder, const std::optional<Manifest>& manifest) {
  std::error_code ignored;
  return manifest && manifest->state == RunState::finished &&
         std::filesystem::exists(folder / "scores.tsv", ignored);
}

}  // namespace

std::string in_words(const FinalLoss& loss) {
  return fmt::format(
      "diverged: loss {:.5g} at the end, above ln V = {:.3g}: lower "
      "train.learning_rate",
      loss.mean, loss.uniform);
}

Manifest new_manifest(const spec::RunSpec& spec) {
  Manifest manifest;
  manifest.fingerprint = spec.fingerprint;
  manifest.name = spec.name;
  manifest.version = base::version;
  manifest.host = host_name();
  manifest.seed = spec.seed;
  manifest.data_seed = spec.data_seed;
  manifest.score_seed = spec.score_seed;
  manifest.steps = spec.train.steps;
  manifest.started = base::utc_now();
  return manifest;
}

std::optional<Manifest> read_manifest(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "manifest.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  try {
    return parsed(base::read_file(file));
  } catch (const nlohmann::json::exception& error) {
    throw base::Error(file.string() + ": not a manifest: " + error.what());
  }
}

void write_manifest(const Claim& claim, const Manifest& manifest) {
  base::write_file(claim.folder() / "manifest.json", json(manifest));
}

std::string json(const Manifest& manifest) {
  nlohmann::ordered_json object{{"status", name(manifest.state)}};
  each_member(manifest, [&](const char* key, const auto& member) { object[key] = member; });
  if (manifest.final_loss) {
    const FinalLoss& loss = *manifest.final_loss;
    object["final_loss"] = {
        {"mean", loss.mean}, {"uniform", loss.uniform}, {"diverged", loss.is_diverged()}};
  }
  // An error message may quote bytes that are no UTF-8.
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

RunState state_of(const std::filesystem::path& folder, const std::optional<Manifest>& manifest) {
  if (is_finished(folder, manifest)) return RunState::finished;
  if (claim_holder(folder)) return RunState::running;
  return manifest ? left_behind(manifest->state) : RunState::waiting;
}

RunState state_of(const std::filesystem::path& folder) {
  return state_of(folder, read_manifest(folder));
}

bool is_finished(const std::filesystem::path& folder) {
  return is_finished(folder, read_manifest(folder));
}

}  // namespace lab::store
