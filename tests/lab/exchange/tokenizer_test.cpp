#include "lab/exchange/tokenizer.h"

#include <catch2/catch.hpp>
#include <map>

namespace lab::exchange {
namespace {

using Json = nlohmann::ordered_json;

std::map<std::string, Json> files_of(std::vector<std::string> words) {
  std::map<std::string, Json> files;
  for (auto& [name, json] : tokenizer_files(tasks::Vocabulary(std::move(words)), 40)) {
    files[name] = json;
  }
  return files;
}

}  // namespace

TEST_CASE(
    "a tokenizer has the vocabulary's ids, and every role in it is a word of the vocabulary") {
  const auto files = files_of({"7", "=", ".", "<sort>"});
  REQUIRE(files.size() == 3);
  const Json& model = files.at("tokenizer.json").at("model");
  CHECK(model.at("vocab") == Json{{"7", 0}, {"=", 1}, {".", 2}, {"<sort>", 3}});
  CHECK(model.at("vocab").contains(model.at("unk_token").get<std::string>()));
  const Json& config = files.at("tokenizer_config.json");
  const Json& map = files.at("special_tokens_map.json");
  for (const char* role : {"bos_token", "eos_token", "unk_token", "pad_token"}) {
    CHECK(config.at(role) == ".");
    CHECK(map.at(role).at("content") == ".");
    CHECK(map.at(role).at("single_word") == true);
  }
  CHECK(config.at("padding_side") == "left");
  CHECK(config.at("model_max_length") == 40);
}

TEST_CASE("words that hold the end are searched for as it is, and are no end") {
  const auto files = files_of({"..", "a", ".", "3.5"});
  std::map<std::string, bool> special;
  for (const Json& token : files.at("tokenizer.json").at("added_tokens")) {
    special[token.at("content")] = token.at("special");
    const std::string id = std::to_string(token.at("id").get<int>());
    const Json& same = files.at("tokenizer_config.json").at("added_tokens_decoder").at(id);
    CHECK(same.at("content") == token.at("content"));
  }
  CHECK(special == std::map<std::string, bool>{{"..", false}, {".", true}, {"3.5", false}});
}

}  // namespace lab::exchange
