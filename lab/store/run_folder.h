#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/spec/spec.h"
#include "lab/store/scores.h"

namespace lab::store {

/// store/<fingerprint>/ holds spec.textproto, manifest.json, model.json, steps.jsonl, scores.tsv,
/// checkpoints/step-N/ and claim.
std::filesystem::path run_folder(const std::filesystem::path& store,
                                 const std::string& fingerprint);

/// Whether the folder holds a run: its spec.
bool is_run(const std::filesystem::path& folder);

/// Makes the folder and its spec.textproto, so that the run can be started from the folder alone;
/// copies into the store of the files that its questions were read from; and the same for the run
/// that it starts from, beside it, which keeps what is started from: a spec of that run which is
/// there and says otherwise is written again while the run is not finished.
/// Throws base::Error if that cannot be, or if the folder holds another run's spec.
void prepare_run_folder(const std::filesystem::path& folder, const spec::RunSpec& spec);

/// The spec in a run's folder; no task is made. Throws base::Error if it cannot be read.
spec::Spec spec_in(const std::filesystem::path& folder);

/// Scores so far; none if there is no scores.tsv.
std::vector<Score> scores_in(const std::filesystem::path& folder);

/// Folders in the store that hold a spec, by fingerprint, rising. Throws base::Error if the store
/// is there but is no folder; a store that is not there holds no runs.
std::vector<std::filesystem::path> all_runs(const std::filesystem::path& store);

/// The run that `text` means: a folder, a fingerprint, or a prefix of one run's fingerprint.
/// Throws base::Error if there is none or more than one.
std::filesystem::path find_run(const std::filesystem::path& store, const std::string& text);

/// The runs that these texts mean, in their order. Throws as find_run does, and (exit code 2) if
/// two of them mean the same.
std::vector<std::filesystem::path> find_runs(const std::filesystem::path& store,
                                             const std::vector<std::string>& texts);

}  // namespace lab::store
