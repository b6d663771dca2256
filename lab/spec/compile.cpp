#include "lab/spec/compile.h"

#include <algorithm>
#include <cstdio>

#include "base/error.h"
#include "base/random.h"
#include "lab/spec/convert.h"
#include "lab/spec/defaults.h"
#include "lab/spec/limits.h"
#include "lab/spec/rules.h"
#include "lab/spec/set.h"
#include "lab/spec/text.h"

namespace lab {
namespace {

constexpr int most_difficulties = 10000;
constexpr std::size_t longest_name = 1000;

/// score.range becomes score.difficulties.
void expand_range(Document* document) {
  const Origins& origins = document->origins;
  auto* score = document->spec.mutable_score();
  if (!score->has_range()) return;
  if (score->difficulties_size() > 0) {
    origins.fail_at({"score.range", "score.difficulties"},
                    "score.range and score.difficulties say the same: give one");
  }
  const auto range = score->range();
  const std::string low = origins.shown("score.range.low", std::to_string(range.low()));
  const std::string high = origins.shown("score.range.high", std::to_string(range.high()));
  if (range.low() > range.high()) {
    origins.fail_at({"score.range.low", "score.range.high", "score.range"},
                    low + " must be at most " + high);
  }
  if ((range.high() - range.low()) / range.step() >= most_difficulties) {
    origins.fail_at({"score.range"}, base::concat("score.range must have at most ",
                                                  most_difficulties, " difficulties"));
  }
  for (int at = range.low(); at <= range.high(); at += range.step()) score->add_difficulties(at);
  score->clear_range();
}

/// Lists whose order means nothing are kept in rising order.
void sort_lists(proto::Score* score) {
  std::ranges::sort(*score->mutable_difficulties());
  std::ranges::sort(*score->mutable_pools());
}

void check_name(const std::string& name, const Origins& origins) {
  const bool control = std::ranges::any_of(
      name, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; });
  if (name.empty() || name.size() > longest_name || control) {
    origins.fail_at({"name"}, base::concat("name must have 1 to ", longest_name,
                                           " characters, none of them tab or newline"));
  }
}

std::string hexadecimal(std::uint64_t number) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(number));
  return digits;
}

}  // namespace

void apply_overrides(const Overrides& overrides, Document* document) {
  for (const std::string& text : overrides) {
    const std::string place = "--set " + text;
    apply_set(text, {.place = place, .note = "from " + place}, document);
  }
}

/// How often a run is saved and logged, and what of it is kept, decides none of its numbers.
proto::Spec what_decides(proto::Spec spec) {
  spec.mutable_train()->clear_checkpoint_every();
  spec.mutable_train()->clear_log_every();
  spec.mutable_train()->clear_keep();
  return spec;
}

RunSpec compile(Document document, const std::string& name) {
  proto::Spec& spec = document.spec;
  spec.clear_sweep();
  if (!spec.has_name()) spec.set_name(name);
  check_name(spec.name(), document.origins);
  check_limits(document);
  expand_range(&document);
  sort_lists(spec.mutable_score());
  const proto::Spec defaults = derived_defaults(spec);
  const proto::Spec filled = filled_in(defaults, spec);
  RunSpec run = plain_spec(filled, document.origins);
  check_rules(run, document.origins);

  proto::Spec rest = left_out(defaults, filled);
  proto::Spec label;
  label.set_name(spec.name());
  rest.clear_name();
  run.text = sorted_text(label) + sorted_text(rest);
  run.fingerprint = hexadecimal(base::digest(sorted_text(what_decides(rest))));
  return run;
}

std::string stem(const std::string& place) {
  const std::string name = std::filesystem::path(place).stem().string();
  return name.empty() ? "spec" : name;
}

}  // namespace lab
