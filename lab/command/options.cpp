#include "lab/command/options.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/error.h"
#include "base/numbers.h"
#include "base/text.h"

namespace lab::command {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t max_threads = 1024;
constexpr int max_number = 1'000'000;

std::int64_t whole_in(const std::string& text, const std::string& name, std::int64_t low,
                      std::int64_t high) {
  const auto value = base::number_in<std::int64_t>(text);
  if (value && *value >= low && *value <= high) return *value;
  throw base::Error(
      fmt::format("{}: wanted a whole number from {} to {}, found `{}`", name, low, high, text),
      base::ExitCode::wrong_usage);
}

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

/// A separator at the end begins no further item.
std::vector<std::string> items_in(const std::string& text, char separator) {
  std::vector<std::string> items = base::split(text, separator);
  if (items.back().empty()) items.pop_back();
  return items;
}

}  // namespace

po::typed_value<std::string>* one_value() { return po::value<std::string>(); }

po::typed_value<std::vector<std::string>>* many_values() {
  return po::value<std::vector<std::string>>()->composing();
}

void add_store(po::options_description& options) {
  options.add_options()("store", one_value(),
                        "folder of all runs (default: $LAB_STORE, else results/runs)");
}

void add_threads(po::options_description& options, const char* meaning) {
  options.add_options()("threads", one_value(), meaning);
}

void add_set(po::options_description& options) {
  options.add_options()("set", many_values(),
                        "path=value: change a field of the spec; may be given again");
}

void add_json(po::options_description& options) {
  options.add_options()("json", po::bool_switch(), "write JSON, for programs");
}

void add_quiet(po::options_description& options) {
  options.add_options()("quiet,q", po::bool_switch(), "say nothing but errors");
}

void add_fail_fast(po::options_description& options) {
  options.add_options()("fail-fast", one_value(),
                        "after so many failed runs stop the others, their state saved");
}

bool has(const Arguments& arguments, const char* name) { return arguments.count(name) > 0; }

bool given(const Arguments& arguments, const char* name) {
  return has(arguments, name) && !arguments[name].defaulted();
}

void refuse(const Arguments& arguments, std::initializer_list<const char*> names,
            const std::string& reason) {
  for (const char* name : names) {
    if (given(arguments, name))
      throw base::Error(fmt::format("--{}: {}", name, reason), base::ExitCode::wrong_usage);
  }
}

bool flag(const Arguments& arguments, const char* name) {
  return has(arguments, name) && arguments[name].as<bool>();
}

std::string text(const Arguments& arguments, const char* name, const std::string& otherwise) {
  return has(arguments, name) ? arguments[name].as<std::string>() : otherwise;
}

std::vector<std::string> texts(const Arguments& arguments, const char* name) {
  if (!has(arguments, name)) return {};
  return arguments[name].as<std::vector<std::string>>();
}

std::string word(const Arguments& arguments, const char* name, const char* shown_as) {
  if (has(arguments, name)) return arguments[name].as<std::string>();
  throw base::Error(std::string("wanted ") + shown_as, base::ExitCode::wrong_usage);
}

std::int64_t whole(const Arguments& arguments, const char* name, std::int64_t low,
                   std::int64_t high, std::int64_t otherwise) {
  if (!has(arguments, name)) return otherwise;
  return whole_in(arguments[name].as<std::string>(), std::string("--") + name, low, high);
}

std::filesystem::path store_of(const Arguments& arguments) {
  const char* fallback = environment("LAB_STORE");
  return text(arguments, "store", fallback != nullptr ? fallback : "results/runs");
}

int threads_of(const Arguments& arguments, int otherwise) {
  const char* variable = environment("LAB_THREADS");
  if (!has(arguments, "threads") && variable != nullptr) {
    return static_cast<int>(whole_in(variable, "LAB_THREADS", 1, max_threads));
  }
  return static_cast<int>(whole(arguments, "threads", 1, max_threads, otherwise));
}

std::optional<int> fail_fast_of(const Arguments& arguments) {
  if (!has(arguments, "fail-fast")) return std::nullopt;
  return static_cast<int>(whole(arguments, "fail-fast", 1, max_number, 1));
}

std::vector<int> numbers_of(const std::string& text, const char* name) {
  const auto number = [&](const std::string& item) {
    return static_cast<int>(whole_in(item, name, 1, max_number));
  };
  std::vector<int> numbers;
  const std::vector<std::string> range = items_in(text, ':');
  if (range.size() == 2 || range.size() == 3) {
    const int low = number(range[0]), high = number(range[1]);
    const int step = range.size() == 3 ? number(range[2]) : 1;
    for (int value = low; value <= high; value += step) numbers.push_back(value);
  } else {
    for (const std::string& item : items_in(text, ',')) numbers.push_back(number(item));
  }
  if (!numbers.empty()) return numbers;
  throw base::Error(fmt::format("{}: wanted A, A,B,... or A:B:STEP, found `{}`", name, text),
                    base::ExitCode::wrong_usage);
}

tasks::Pool pool_in(const std::string& text) {
  try {
    return tasks::pool_named(text);
  } catch (const base::Error& error) {
    throw base::Error(std::string("--pool: ") + error.what(), base::ExitCode::wrong_usage);
  }
}

}  // namespace lab::command
