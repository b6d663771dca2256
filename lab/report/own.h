#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/compare/rows.h"
#include "lab/figure/data.h"

namespace lab::report {

/// Runs of the user's own, as `lab compare` shows them: those of a sweep, or one.
struct OwnRuns {
  std::string word;                   ///< as it was named: a spec file or a run
  std::string text;                   ///< its spec
  std::vector<std::string> commands;  ///< that make and compare them
  compare::Comparison comparison;
  std::vector<compare::Row> rows;    ///< none: no run is finished
  figure::FigureData data;           ///< where there are rows
  std::string svg;                   ///< the same, drawn, or empty
  std::vector<std::string> remarks;  ///< on runs that are not finished or unfit
};

/// Reads the store and draws. Throws as compare::read_comparison and figure::draw do.
OwnRuns read_own(const std::string& word, const std::filesystem::path& store);

}  // namespace lab::report
