#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/compare/arm.h"
#include "lab/spec/plan/sweep_plan.h"

namespace lab::compare {

/// What is to be held side by side.
struct Request {
  std::vector<std::string> words;  ///< spec files, runs' folders, fingerprints or their beginnings
  std::vector<std::string> where;  ///< "axis=value" of a sweep, or as of `lab runs`
  std::vector<std::string> sets;   ///< as of `lab sweep`: changes what the spec files say
  std::filesystem::path store;
};

/// Whether the word means a spec file, which need not be there, and no run.
bool is_spec_file(const std::string& word);

/// All runs of the sweeps, and the runs named, each once; without words all runs in the store.
/// Arms have the settings of their sweep, with its name where there are several; runs of no sweep
/// have the fields in which they differ. Throws base::Error (exit code 2) if nothing is named or
/// nothing is left, and as read_sweep and find_run do.
Comparison read_comparison(const Request& request);

/// The runs of one plan. Of a search those alone that were begun: it needs few.
Comparison comparison_of(const spec::plan::SweepPlan& plan, const std::filesystem::path& store);

/// Throws base::Error (exit code 4) naming where the runs stand if none is finished.
void require_finished(const Comparison& comparison, const std::filesystem::path& store);

}  // namespace lab::compare
