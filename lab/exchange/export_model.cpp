#include "lab/exchange/export_model.h"

#include <algorithm>
#include <bit>

#include "base/error.h"
#include "base/file.h"
#include "lab/exchange/bloom.h"
#include "lab/exchange/gpt2.h"
#include "lab/exchange/gpt_neox.h"
#include "lab/exchange/tokenizer.h"
#include "model/files/replace_folder.h"
#include "model/layers/positions.h"
#include "tasks/example.h"

namespace lab::exchange {
namespace {

using Json = nlohmann::ordered_json;
using model::layers::Positions;
using Files = std::vector<std::pair<std::string, Json>>;

constexpr const char* config_file = "config.json";
constexpr const char* weights_file = "model.safetensors";

/// An architecture that holds models of some positions.
struct Architecture {
  const char* name;
  PublicModel (*model)(const OwnModel&);
};

Architecture architecture_for(Positions positions) {
  switch (positions) {
    case Positions::none:
    case Positions::learned:
    case Positions::sinusoidal:
      return {"GPT-2", gpt2};
    case Positions::rotary:
      return {"GPT-NeoX", gpt_neox};
    case Positions::alibi:
      return {"BLOOM", bloom};
  }
  return {};
}

void require_fitting(bool fits, const char* field, const std::string& architecture,
                     const std::string& why) {
  base::require(fits, "model.", field, ": does not fit into a ", architecture, ": ", why);
}

/// Takes the config apart, so that a field that is new does not compile until it is thought of.
void require_fitting(const model::layers::TransformerConfig& config, PublicKind kind) {
  const auto& [vocabulary, max_positions, width, heads, hidden, blocks, loops, positions,
               logit_scale, tau_start, tied_embeddings, initial_scale, products] = config;
  const std::string name = architecture_for(positions).name;
  require_fitting(kind == PublicKind::any || name == "GPT-2", "positions", "GPT-2",
                  "it adds them to the tokens (--transformers writes a " + name + ')');
  require_fitting(logit_scale == model::layers::LogitScale::one, "logit_scale", name,
                  "it divides attention logits by sqrt(D) alone, as do all that transformers has");
  require_fitting(products == model::layers::ProductPrecision::float32, "products", name,
                  "it would compute other logits with weights that are not rounded");
  require_fitting(
      positions != Positions::alibi || std::has_single_bit(std::uint64_t(heads)), "heads", name,
      base::concat("its ALiBi has other slopes for ", heads, " heads, which are no power of two"));
}

/// A folder with anything else in it is somebody's, and not replaced.
void require_export_or_nothing(const std::filesystem::path& folder, const Files& files,
                               const char* architecture) {
  std::error_code none;  // no such folder: nothing to lose
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename();
    const bool ours = name == config_file || name == weights_file ||
                      std::ranges::count(files, name, &Files::value_type::first) > 0;
    base::require(ours, folder.string(), ": cannot write a ", architecture, " over it: it holds ",
                  name);
  }
}

}  // namespace

std::string export_model(const train::TrainedRun& run, const std::filesystem::path& folder,
                         PublicKind kind) {
  const model::layers::TransformerConfig& config = run.learner.config();
  require_fitting(config, kind);
  const tasks::Vocabulary& vocabulary = run.lesson.mixture.joint().vocabulary();
  const Files tokenizer = tokenizer_files(vocabulary, config.max_positions);
  const auto& [name, model_of] = architecture_for(config.positions);
  require_export_or_nothing(folder, tokenizer, name);
  const model::layers::Flat<float>& weights = train::scored_weights(run.learned);
  const PublicModel model = model_of({config, weights, vocabulary.id(tasks::end_token)});
  model::files::replace_folder(folder, [&](const std::filesystem::path& fresh) {
    for (const auto& [file, json] : tokenizer) base::write_file(fresh / file, json.dump(2) + "\n");
    base::write_file(fresh / config_file, model.config.dump(2) + "\n");
    base::write_file(fresh / weights_file, model.tensors.file(run.lesson.spec.fingerprint));
  });
  return base::concat("a ", name);
}

}  // namespace lab::exchange
