#include "lab/exchange/tokenizer.h"

#include <array>

#include "tasks/example.h"

namespace lab::exchange {
namespace {

using Json = nlohmann::ordered_json;

const std::string end(tasks::end_token);
constexpr std::array roles{"bos_token", "eos_token", "unk_token", "pad_token"};

Json added_token(const std::string& name, bool special) {
  return {{"content", name}, {"single_word", true}, {"lstrip", false},
          {"rstrip", false}, {"normalized", false}, {"special", special}};
}

/// The end is searched for in texts before they are split into words. So that it is not found
/// within a word that is a token, such words are searched for too: the longest is taken.
std::vector<tasks::Token> searched_for(const tasks::Vocabulary& vocabulary) {
  std::vector<tasks::Token> tokens;
  for (tasks::Token token = 0; token < vocabulary.size(); ++token) {
    if (vocabulary.name(token).find(end) != std::string::npos) tokens.push_back(token);
  }
  return tokens;
}

Json tokenizer(const tasks::Vocabulary& vocabulary) {
  Json ids = Json::object(), added = Json::array();
  for (tasks::Token token = 0; token < vocabulary.size(); ++token) {
    ids[vocabulary.name(token)] = token;
  }
  for (const tasks::Token token : searched_for(vocabulary)) {
    Json object{{"id", token}};
    object.update(added_token(vocabulary.name(token), vocabulary.name(token) == end));
    added.push_back(object);
  }
  const Json white_space{{"type", "Split"},
                         {"pattern", {{"Regex", "[ \\t\\n\\x0b\\f\\r]+"}}},
                         {"behavior", "Removed"},
                         {"invert", false}};
  return {{"version", "1.0"},
          {"truncation", nullptr},
          {"padding", nullptr},
          {"added_tokens", added},
          {"normalizer", nullptr},
          {"pre_tokenizer", white_space},
          {"post_processor", nullptr},
          {"decoder", nullptr},
          {"model", {{"type", "WordLevel"}, {"vocab", ids}, {"unk_token", end}}}};
}

Json special_tokens() {
  Json all = Json::object();
  for (const char* role : roles) {
    all[role] = added_token(end, true);
    all[role].erase("special");
  }
  return all;
}

Json tokenizer_config(const tasks::Vocabulary& vocabulary, model::arithmetic::Index longest_text) {
  Json config{{"tokenizer_class", "PreTrainedTokenizerFast"},
              {"model_max_length", longest_text},
              {"model_input_names", {"input_ids", "attention_mask"}},
              {"padding_side", "left"},
              {"clean_up_tokenization_spaces", false}};
  for (const char* role : roles) config[role] = end;
  for (const tasks::Token token : searched_for(vocabulary)) {
    config["added_tokens_decoder"][std::to_string(token)] =
        added_token(vocabulary.name(token), vocabulary.name(token) == end);
  }
  return config;
}

}  // namespace

std::vector<std::pair<std::string, Json>> tokenizer_files(const tasks::Vocabulary& vocabulary,
                                                          model::arithmetic::Index longest_text) {
  return {{"tokenizer.json", tokenizer(vocabulary)},
          {"tokenizer_config.json", tokenizer_config(vocabulary, longest_text)},
          {"special_tokens_map.json", special_tokens()}};
}

}  // namespace lab::exchange
