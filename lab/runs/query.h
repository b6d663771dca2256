#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace lab::runs {

/// Those of the runs for which every condition (condition.h) holds. A condition asks for what a run
/// has (status, score or exact_match, fit, tag, note, name, seed, step, steps, started,
/// wall_seconds, fingerprint), for an axis as the runs' names say it ("... hint=none seed=3"), or
/// for a field of the spec by a path as in --set; of = with a list or a block for runs whose spec
/// the assignment would not change. Throws base::Error before any spec is looked at if there is no
/// such status (exit code 2) or name (3), and if a value makes no sense for any of the runs that
/// the conditions before it left.
std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions);

/// What the name of a run may say of an axis of its sweep: "none" of hint in "smoke hint=none
/// seed=3"; where axes and values have spaces ("hint=none sorted lists=few") also "none sorted",
/// for a name does not tell. Empty if it says nothing.
std::vector<std::string> values_on_axis(const std::string& name, const std::string& axis);

}  // namespace lab::runs
