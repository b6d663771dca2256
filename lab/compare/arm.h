#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/plan/settings.h"
#include "lab/spec/run_spec.h"
#include "lab/store/fit.h"
#include "lab/store/scores.h"

namespace lab::compare {

/// A run that is held beside others.
struct ComparedRun {
  spec::RunSpec spec;
  bool finished = false;
  /// Of a run that is not finished: "missing", "step 400 of 1000", "failed: disk full".
  std::string standing;
  std::vector<store::Score> scores;  ///< of a finished run
  store::RunFit fit;                 ///< of a finished run
};

/// Runs that differ in their seeds alone.
struct Arm {
  spec::plan::Settings settings;  ///< what tells it apart; empty where there is one arm
  std::vector<ComparedRun> runs;
};

/// What is held side by side.
struct Comparison {
  std::string name;               ///< of the sweep, or "runs"
  std::vector<std::string> axes;  ///< of all arms, in order of first appearance
  std::vector<Arm> arms;          ///< in the order given; no two have the same settings
};

/// "hint=count, width=64": how an arm is called; without settings by the comparison's name.
std::string name_of(const Arm& arm, const Comparison& comparison);

/// Its finished runs.
std::vector<const ComparedRun*> finished_runs(const Arm& arm);

/// One line each for people: runs that are not finished and so left out, and how many of the others
/// are fit, with the settings and seeds of those that are not.
std::vector<std::string> remarks_on(const Comparison& comparison);

}  // namespace lab::compare
