#include "lab/store/run_checkpoints.h"

#include <algorithm>
#include <iostream>
#include <string>

#include "base/error.h"
#include "base/numbers.h"

namespace lab::store {
namespace {

constexpr std::string_view prefix = "step-";

/// Nothing of what is no checkpoint: one is never there without weights, but while somebody removes
/// its folder.
std::optional<std::int64_t> step_of(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  if (!name.starts_with(prefix) || !model::files::is_checkpoint(path)) return std::nullopt;
  return base::number_in<std::int64_t>(std::string_view(name).substr(prefix.size()));
}

std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;  // no folder: no entries
  for (const auto& entry : std::filesystem::directory_iterator(folder / "checkpoints", error)) {
    paths.push_back(entry.path());
  }
  return paths;
}

void remove_entry(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  base::require(!error, path.string(), ": cannot remove: ", error.message());
}

void remove_all_but(std::int64_t kept, const std::filesystem::path& folder) {
  for (const std::int64_t step : checkpoint_steps(folder)) {
    if (step != kept) remove_entry(checkpoint_folder(folder, step));
  }
}

}  // namespace

std::vector<std::int64_t> checkpoint_steps(const std::filesystem::path& folder) {
  std::vector<std::int64_t> steps;
  for (const auto& path : entries(folder)) {
    if (const auto step = step_of(path)) steps.push_back(*step);
  }
  std::sort(steps.begin(), steps.end());
  return steps;
}

std::filesystem::path checkpoint_folder(const std::filesystem::path& folder, std::int64_t step) {
  return folder / "checkpoints" / (std::string(prefix) + std::to_string(step));
}

std::optional<model::training::TrainingState> load_newest(const std::filesystem::path& folder,
                                                          const model::layers::Layout& layout,
                                                          const std::string& fingerprint) {
  std::string last_error;
  std::vector<std::int64_t> steps = checkpoint_steps(folder);
  std::reverse(steps.begin(), steps.end());
  for (const std::int64_t step : steps) {
    try {
      return model::files::load_checkpoint(checkpoint_folder(folder, step), layout, fingerprint);
    } catch (const base::Error& error) {
      last_error = error.what();
      if (step != steps.back())
        std::cerr << last_error << "\nwarning: going on from an earlier one\n";
    }
  }
  if (steps.empty()) return std::nullopt;
  throw base::Error(last_error + "\nno other checkpoint is left; remove the folder " +
                    folder.string() + " and run again to start from step 0");
}

void save_checkpoint_of(const Claim& claim, const model::layers::Layout& layout,
                        const std::string& fingerprint,
                        const model::training::TrainingState& learned, spec::Keep keep) {
  const std::filesystem::path& folder = claim.folder();
  model::files::save_checkpoint(checkpoint_folder(folder, learned.step), layout, fingerprint,
                                learned);
  switch (keep) {
    case spec::Keep::all:
      return;
    case spec::Keep::last:
      remove_all_but(learned.step, claim.folder());
      return;
  }
}

void remove_leftovers(const Claim& claim) {
  for (const auto& path : entries(claim.folder())) {
    if (!step_of(path)) remove_entry(path);
  }
}

}  // namespace lab::store
