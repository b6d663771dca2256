#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/document.h"
#include "lab/spec/run_spec.h"

namespace lab::spec {

/// The specs that are being read, each the start of the one before it.
using StartChain = std::vector<std::string>;

/// The spec that start.spec names: its file, and the chain with it. Nothing if there is none.
struct NamedStart {
  std::filesystem::path file;
  StartChain chain;
};

/// Throws base::Error (exit code 3) at start.spec if the file is not there, or if the chain has
/// this file with the same start.set already.
std::optional<NamedStart> named_start(const Document& document, const StartChain& chain);

/// Applies start.set of `child` to the document of the spec that it names.
void apply_start_sets(const Document& child, Document* parent);

/// Leaves of `start` what decides the run: `run`, `step` and `optimizer`. `parent`: the run of
/// start.spec, if that is given. Throws base::Error (exit code 3) where the fields contradict each
/// other or leave open whose weights are meant, or if the parent would not keep a checkpoint of the
/// step.
void settle_start(const RunSpec* parent, Document* document);

/// Whether a run of which this is said has a checkpoint of the step once it is finished.
bool keeps_step(const TrainSpec& train, std::int64_t step);

}  // namespace lab::spec
