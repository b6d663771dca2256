#include "lab/store/run_state.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/claim.h"
#include "lab/store/manifest.h"

namespace lab::store {
namespace {

using Catch::Contains;

/// Of a folder whose manifest says so.
RunState state_after(const base::ScratchFolder& scratch, RunState noted) {
  Manifest manifest;
  manifest.state = noted;
  base::write_file(scratch.path() / "manifest.json", json(manifest));
  return state_of(scratch.path());
}

}  // namespace

TEST_CASE("a state of a run is found by its name, and no other text is one") {
  for (const RunState state : all_run_states) CHECK(run_state_named(name(state)) == state);
  CHECK_FALSE(run_state_named("finishe").has_value());
  CHECK_FALSE(run_state_named("").has_value());
}

TEST_CASE("a run that nobody is at has stopped, failed, finished or was interrupted") {
  const base::ScratchFolder scratch;
  CHECK(state_of(scratch.path()) == RunState::waiting);
  CHECK(state_after(scratch, RunState::running) == RunState::interrupted);
  CHECK(state_after(scratch, RunState::stopped) == RunState::stopped);
  CHECK(state_after(scratch, RunState::failed) == RunState::failed);
  CHECK(state_after(scratch, RunState::finished) == RunState::interrupted);
  base::write_file(scratch.path() / "scores.tsv", "");
  CHECK(state_after(scratch, RunState::finished) == RunState::finished);
  CHECK(state_after(scratch, RunState::running) == RunState::interrupted);
}

TEST_CASE("a run that is claimed is running, whatever its manifest says, unless it is finished") {
  const base::ScratchFolder scratch;
  const auto claim = Claim::take(scratch.path());
  CHECK(state_of(scratch.path()) == RunState::running);
  CHECK(state_after(scratch, RunState::failed) == RunState::running);
  CHECK(state_after(scratch, RunState::finished) == RunState::running);
  base::write_file(scratch.path() / "scores.tsv", "");
  CHECK(state_after(scratch, RunState::finished) == RunState::finished);
}

TEST_CASE("a manifest says running, stopped, failed or finished and nothing else") {
  const base::ScratchFolder scratch;
  CHECK_THROWS_WITH(state_after(scratch, RunState::waiting),
                    Contains("wanted running, stopped, failed or finished, found `waiting`"));
}

}  // namespace lab::store
