#include "tests/lab/compare/testing.h"

#include <algorithm>

#include "base/file.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/train/tiny_run.h"

namespace tests {

using lab::store::Score;

Score tiny_score(int difficulty, int solved, int asked, tasks::Pool pool, std::int64_t step) {
  Score score;
  score.step = step;
  score.task = "sorting";
  score.pool = pool;
  score.difficulty = difficulty;
  score.solved = solved;
  score.asked = asked;
  score.different = asked;
  score.tokens = asked;
  score.guess = {.chance = 0.01, .frequent = 1, .constant = 2};
  return score;
}

void finish(const std::filesystem::path& store, const lab::spec::RunSpec& spec,
            const std::vector<Score>& scores) {
  const std::filesystem::path folder = lab::store::run_folder(store, spec.fingerprint);
  lab::store::prepare_run_folder(folder, spec);
  base::write_file(folder / "scores.tsv", base::tsv(lab::store::scores_table(scores)));
  lab::store::Manifest manifest = lab::store::new_manifest(spec);
  manifest.state = lab::store::RunState::finished;
  manifest.step = spec.train.steps;
  lab::store::write_manifest(*lab::store::Claim::take(folder), manifest);
}

std::filesystem::path tiny_sweep(const std::filesystem::path& folder, int seeds) {
  const std::filesystem::path file = folder / "widths.textproto";
  base::write_file(file, tiny_text +
                             "sweep { axis { name: 'width' path: 'model.width' values: ['8', '16'] "
                             "} seeds { first: 1 count: " +
                             std::to_string(seeds) + " } }\n");
  return file;
}

std::filesystem::path scored_sweep(const std::filesystem::path& folder,
                                   const std::vector<int>& narrow, const std::vector<int>& wide) {
  const std::filesystem::path file =
      tiny_sweep(folder, static_cast<int>(std::max(narrow.size(), wide.size())));
  for (const lab::spec::plan::PlannedRun& run : lab::sweep::read_sweep(file).runs) {
    const std::vector<int>& solved = run.settings.front().value == "8" ? narrow : wide;
    const std::size_t seed = run.spec.seed - 1;
    if (seed >= solved.size()) continue;
    const int trained = solved[seed] < 50 ? 98 : 100;
    finish(folder / "store", run.spec,
           {tiny_score(3, 0, 100, tasks::Pool::train, 20),
            tiny_score(6, solved[seed] / 2, 100, tasks::Pool::test, 20),
            tiny_score(3, trained, 100, tasks::Pool::train), tiny_score(6, solved[seed], 100)});
  }
  return file;
}

}  // namespace tests
