#include "lab/store/model_json.h"

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/text.h"

namespace lab::store {
namespace {

/// As specs write it.
template <typename Enum>
std::string name_of(Enum value) {
  return base::capital_letters(names_of(value)[static_cast<std::size_t>(value)]);
}

}  // namespace

void write_model_json(const Claim& claim, const model::layers::TransformerConfig& config,
                      const tasks::Vocabulary& vocabulary) {
  const std::filesystem::path file = claim.folder() / "model.json";
  if (std::filesystem::exists(file)) return;
  nlohmann::ordered_json object{{"model",
                                 {{"vocabulary", config.vocabulary},
                                  {"max_positions", config.max_positions},
                                  {"width", config.width},
                                  {"heads", config.heads},
                                  {"hidden", config.hidden},
                                  {"blocks", config.blocks},
                                  {"loops", config.loops},
                                  {"positions", name_of(config.positions)},
                                  {"logit_scale", name_of(config.logit_scale)},
                                  {"tied_embeddings", config.tied_embeddings},
                                  {"products", name_of(config.products)}}}};
  for (int token = 0; token < vocabulary.size(); ++token) {
    object["vocabulary"].push_back(vocabulary.name(token));
  }
  base::write_file(file, object.dump(1) + "\n");
}

}  // namespace lab::store
