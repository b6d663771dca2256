#include "tests/lab/train/tiny_run.h"

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"

namespace tests {

const std::string tiny_text = R"(
name: "tiny"
task { sorting { values: 8 } difficulty { low: 1 high: 4 } }
hint { list_hint { kind: SUCCESSOR } }
position_ids: RANDOM_SHIFT
model { width: 16 heads: 2 blocks: 2 positions: LEARNED max_positions: 32 }
train { steps: 60 batch: 8 lanes: 3 chunk_tokens: 20 warmup: 10 checkpoint_every: 10 log_every: 5
        average_decay: 0.9 }
score { examples: 30 difficulties: [3, 6] every: 20 }
)";

lab::train::Lesson tiny_lesson(const lab::spec::Overrides& overrides) {
  return lab::train::lesson_of(lab::spec::parse_spec(tiny_text, "tiny.textproto", ".", overrides));
}

lab::spec::RunSpec tiny_spec(const lab::spec::Overrides& overrides) {
  return tiny_lesson(overrides).spec;
}

std::string bits_of(const std::filesystem::path& store, const lab::spec::RunSpec& spec) {
  const auto folder = lab::store::run_folder(store, spec.fingerprint);
  const auto last =
      lab::store::checkpoint_folder(folder, lab::store::checkpoint_steps(folder).back());
  return base::read_file(folder / "scores.tsv") + base::read_file(last / "weights.safetensors") +
         base::read_file(last / "optimizer.safetensors");
}

std::string bits_in_one_go(const lab::spec::RunSpec& spec) {
  const base::ScratchFolder scratch;
  lab::train::train_run(lab::train::lesson_of(spec), {scratch.path(), 1, {}});
  return bits_of(scratch.path(), spec);
}

}  // namespace tests
