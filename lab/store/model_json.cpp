#include "lab/store/model_json.h"

#include <nlohmann/json.hpp>

#include "base/file.h"

namespace lab {
namespace {

const char* name_of(model::Positions positions) {
  switch (positions) {
    case model::Positions::none:
      return "NONE";
    case model::Positions::learned:
      return "LEARNED";
    case model::Positions::sinusoidal:
      return "SINUSOIDAL";
    case model::Positions::rotary:
      return "ROTARY";
    case model::Positions::alibi:
      return "ALIBI";
  }
  return "";
}

const char* name_of(model::ProductPrecision products) {
  switch (products) {
    case model::ProductPrecision::float32:
      return "FLOAT32";
    case model::ProductPrecision::bfloat16:
      return "BFLOAT16";
    case model::ProductPrecision::bfloat16_amx:
      return "BFLOAT16_AMX";
  }
  return "";
}

const char* name_of(model::LogitScale scale) {
  switch (scale) {
    case model::LogitScale::one:
      return "ONE";
    case model::LogitScale::log_n:
      return "LOG_N";
    case model::LogitScale::learned_log_n:
      return "LEARNED_LOG_N";
  }
  return "";
}

}  // namespace

void write_model_json(const std::filesystem::path& folder, const model::TransformerConfig& config,
                      const tasks::Vocabulary& vocabulary) {
  if (std::filesystem::exists(folder / "model.json")) return;
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
  base::write_file(folder / "model.json", object.dump(1) + "\n");
}

}  // namespace lab
