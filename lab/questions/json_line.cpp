#include "lab/questions/json_line.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/random.h"
#include "tasks/pool_names.h"

namespace lab::questions {
namespace {

using Json = nlohmann::json;

const std::vector<std::string> known_fields{"prompt", "answer", "answers", "pool", "difficulty",
                                            "key",    "facets", "task",    "index"};

/// Said only when something is wrong: a million lines are read in a moment.
template <typename... Parts>
[[noreturn]] void refuse(const Parts&... parts) {
  throw base::Error(base::concat(parts...));
}

/// An error of the parser without its own name and number: "syntax error while parsing ...".
std::string reason(const Json::exception& error) {
  const std::string said = error.what();
  const auto at = said.find("] ");
  return at == std::string::npos ? said : said.substr(at + 2);
}

/// Fields that are there twice are refused: JSON would take the last.
Json parsed(std::string_view text) try {
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key) {
      const auto& name = value.get_ref<const std::string&>();
      if (!open.back().insert(name).second) refuse("field `", name, "` is there twice");
    }
    return true;
  };
  return Json::parse(text, watch);
} catch (const Json::exception& error) {
  refuse("wanted a JSON object on the line: ", reason(error));
}

std::string text_in(const Json& value, std::string_view field) {
  if (!value.is_string()) refuse(field, ": wanted text in quotes, found ", value.dump());
  return value.get<std::string>();
}

int whole_in(const Json& value, const std::string& field, std::int64_t low, std::int64_t high) {
  const bool whole = value.is_number_integer();
  const bool fits = whole && value >= low && value <= high;
  if (!fits) {
    refuse(field, ": wanted a whole number from ", low, " to ", high, ", found ", value.dump());
  }
  return value.get<int>();
}

std::vector<std::string> answers_in(const Json& object) {
  const bool one = object.contains("answer"), several = object.contains("answers");
  if (!one && !several) refuse("has no `answer`");
  if (one && several) refuse("has both `answer` and `answers`: give one");
  if (one) return {text_in(object["answer"], "answer")};
  const Json& all = object["answers"];
  if (!all.is_array() || all.empty()) {
    refuse("answers: wanted a list of one text or more, found ", all.dump());
  }
  std::vector<std::string> answers;
  for (const Json& answer : all) answers.push_back(text_in(answer, "answers"));
  return answers;
}

tasks::Pool pool_in(const Json& value) try {
  return tasks::pool_named(text_in(value, "pool"));
} catch (const base::Error& unknown) {
  refuse("pool: ", unknown.what());
}

/// 16 hexadecimal digits as `lab export` writes them, or any text.
std::uint64_t key_in(const Json& value) {
  const std::string text = text_in(value, "key");
  constexpr std::size_t digits = 16;
  const bool hexadecimal =
      text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  return hexadecimal ? std::stoull(text, nullptr, 16) : base::digest(text);
}

std::map<std::string, int> facets_in(const Json& value) {
  if (!value.is_object()) refuse("facets: wanted names with whole numbers, found ", value.dump());
  std::map<std::string, int> facets;
  for (const auto& [name, number] : value.items()) {
    facets[name] = whole_in(number, "facets." + name, INT32_MIN, INT32_MAX);
  }
  return facets;
}

}  // namespace

JsonLine read_json_line(std::string_view text) {
  const Json object = parsed(text);
  if (!object.is_object()) refuse("wanted a JSON object, found ", object.dump());
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known_fields, name) != known_fields.end()) continue;
    refuse("unknown field `", name, "`", base::did_you_mean_or_all(name, known_fields));
  }
  if (!object.contains("prompt")) refuse("has no `prompt`");
  constexpr int hardest = 100'000;
  JsonLine read;
  read.line.prompt = text_in(object["prompt"], "prompt");
  read.line.answers = answers_in(object);
  read.line.exported = object.contains("index");
  if (object.contains("pool")) read.line.pool = pool_in(object["pool"]);
  if (object.contains("difficulty")) {
    read.line.difficulty = whole_in(object["difficulty"], "difficulty", 1, hardest);
  }
  if (object.contains("key")) read.line.key = key_in(object["key"]);
  if (object.contains("facets")) read.line.facets = facets_in(object["facets"]);
  if (object.contains("task")) read.task = text_in(object["task"], "task");
  return read;
}

}  // namespace lab::questions
