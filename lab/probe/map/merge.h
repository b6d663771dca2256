#pragma once
#include <optional>
#include <string_view>

#include "base/tsv.h"
#include "lab/probe/probe.h"

namespace lab::probe::map {

/// What probes of several runs found, as one.
struct MergedProbe {
  ProbeResult result;  ///< every measure is drawn
  std::int64_t step = 0;
  std::size_t seeds = 0;
  std::string asked;  ///< "two_hop, pool type_0, difficulty 2": what all rows ask, by columns
  std::string about;  ///< "k_cutoff 4, model large": the other columns that are the same in all
};

/// Which rows of a table are merged.
struct MergeChoice {
  std::string measure;               ///< only this one; empty: all
  std::optional<std::int64_t> step;  ///< nothing: the last
};

/// Reads a table of probes as `lab probe` prints it, with any columns before `measure` that tell
/// runs apart (`seed`) or what was asked (a pool, a facet, a model). A cell is the median over
/// seeds with the lowest and the highest, its controls are medians, its questions a sum; measures
/// have the other columns in their names where those differ ("stream probability, k_cutoff 4").
/// `place` is named in errors. Throws base::Error if the table is no such table, if two rows are of
/// the same cell and seed, or (exit code 2) if there is no such measure or step.
MergedProbe merged_probe(const base::Table& table, std::string_view place,
                         const MergeChoice& choice);

}  // namespace lab::probe::map
