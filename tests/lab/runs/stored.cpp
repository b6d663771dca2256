#include "tests/lab/runs/stored.h"

#include <fmt/format.h>

#include "base/file.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "tests/lab/train/tiny_run.h"

namespace tests {
namespace {

lab::store::Score score_of(tasks::Pool pool, int solved) {
  lab::store::Score score;
  score.step = 60;
  score.task = "sorting";
  score.pool = pool;
  score.difficulty = 3;
  score.solved = solved;
  score.asked = 10;
  score.tokens = 30;
  return score;
}

}  // namespace

void StoredRuns::add(const std::string& name, int seed, int train_solved, int test_solved) {
  const lab::spec::RunSpec spec = tiny_spec({fmt::format("seed={}", seed), "name=" + name});
  folders.push_back(lab::store::run_folder(scratch.path(), spec.fingerprint));
  lab::store::prepare_run_folder(folders.back(), spec);
  lab::store::Manifest manifest = lab::store::new_manifest(spec);
  manifest.state = lab::store::RunState::finished;
  manifest.step = manifest.steps;
  manifest.wall_seconds = seed;
  manifest.started = fmt::format("2026-11-{:02}T10:00:00Z", seed);
  lab::store::write_manifest(*lab::store::Claim::take(folders.back()), manifest);
  std::vector<lab::store::Score> scores{score_of(tasks::Pool::train, train_solved),
                                        score_of(tasks::Pool::test, test_solved)};
  scores.push_back(scores.back());
  scores.back().step = 30;  // an earlier scoring tells nothing
  scores.back().solved = 10;
  base::write_file(folders.back() / "scores.tsv", base::tsv(lab::store::scores_table(scores)));
}

}  // namespace tests
