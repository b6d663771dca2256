#include "lab/spec/spec.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/numbers.h"
#include "base/random.h"
#include "base/text.h"
#include "lab/spec/defaults.h"
#include "lab/spec/document.h"
#include "lab/spec/fields.h"
#include "lab/spec/files.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/include.h"
#include "lab/spec/label.h"
#include "lab/spec/part_defaults.h"
#include "lab/spec/path.h"
#include "lab/spec/set.h"
#include "lab/spec/start.h"
#include "lab/spec/text.h"

namespace lab::spec {
namespace {

constexpr int most_difficulties = 10000;

/// score.range becomes score.difficulties.
void expand_range(Document* document) {
  const Origins& origins = document->origins;
  auto* score = document->spec.mutable_score();
  if (!score->has_range()) return;
  if (score->difficulties_size() > 0) {
    origins.fail_at({"score.range", "score.difficulties"},
                    "score.range and score.difficulties say the same: give one");
  }
  auto range = score->range();
  if (!range.has_low()) range.set_low(fewest_of(document->spec.task()));
  if (!range.has_high()) range.set_high(std::max(range.low(), range.high()));
  const std::string low = origins.shown("score.range.low", std::to_string(range.low()));
  const std::string high = origins.shown("score.range.high", std::to_string(range.high()));
  if (range.low() > range.high()) {
    origins.fail_at({"score.range.low", "score.range.high", "score.range"},
                    low + " must be at most " + high);
  }
  if ((range.high() - range.low()) / range.step() >= most_difficulties) {
    origins.fail_at({"score.range"}, fmt::format("score.range must have at most {} difficulties",
                                                 most_difficulties));
  }
  for (int at = range.low(); at <= range.high(); at += range.step()) score->add_difficulties(at);
  score->clear_range();
}

/// Lists whose order means nothing are kept in rising order.
void sort_lists(proto::Score* score) {
  std::ranges::sort(*score->mutable_difficulties());
  std::ranges::sort(*score->mutable_pools());
}

/// The spec that start.spec names, if it does.
std::shared_ptr<const Spec> read_parent(const Document& child, const StartChain& chain) {
  const auto named = named_start(child, chain);
  if (!named) return nullptr;
  Document parent = read_document(named->file);
  apply_start_sets(child, &parent);
  return std::make_shared<const Spec>(
      completed(std::move(parent), default_name(named->file.string()), named->chain));
}

/// Checks that every part says which task it is.
void require_tasks(const proto::Spec& spec, const Origins& origins) {
  const auto require = [&](const proto::Part& part, const std::string& path) {
    if (part.kind_case() != proto::Part::KIND_NOT_SET) return;
    origins.fail_at({path}, path + ": a task must be given: " + base::joined(task_kinds()));
  };
  require(spec.task(), "task");
  for (int i = 0; i < spec.hint_size(); ++i) require(spec.hint(i), item_path("hint", i));
}

/// The name first, then what is not at its default.
std::string canonical_text(proto::Spec rest) {
  proto::Spec label;
  label.set_name(rest.name());
  rest.clear_name();
  return sorted_text(label) + sorted_text(rest);
}

/// How a run is called, how often it is saved and logged, and what of it is kept, decides none of
/// its numbers.
std::string fingerprint_of(proto::Spec rest) {
  rest.clear_name();
  rest.mutable_train()->clear_checkpoint_every();
  rest.mutable_train()->clear_log_every();
  rest.mutable_train()->clear_keep();
  clear_paths(&rest);
  return base::hexadecimal(base::digest(sorted_text(rest)));
}

}  // namespace

Spec completed(Document document, const std::string& name, const StartChain& chain) {
  proto::Spec& spec = document.spec;
  spec.clear_sweep();
  if (!spec.has_name()) spec.set_name(name);
  check_name(spec.name(), document.origins);
  check_limits(document);
  read_files(&document);
  const std::shared_ptr<const Spec> parent = read_parent(document, chain);
  settle_start(parent == nullptr ? nullptr : &parent->run, &document);
  expand_range(&document);
  sort_lists(spec.mutable_score());
  std::ranges::sort(*spec.mutable_train()->mutable_frozen());
  const proto::Spec defaults = derived_defaults(spec);
  const proto::Spec filled = filled_in(defaults, spec);
  require_tasks(filled, document.origins);
  const proto::Spec rest = left_out(defaults, filled);
  Spec result{from_proto<RunSpec>(filled), written_fields(rest), all_fields(filled),
              std::move(document.origins)};
  give_questions(&result.run);
  result.run.text = canonical_text(rest);
  result.run.fingerprint = fingerprint_of(rest);
  result.parent = parent;
  if (parent != nullptr) result.run.parent = std::make_shared<const RunSpec>(parent->run);
  return result;
}

Spec read_spec(const std::filesystem::path& file, const Overrides& overrides) {
  Document document = read_document(file);
  apply_overrides(overrides, &document);
  return completed(std::move(document), default_name(file.string()));
}

Spec parse_spec(const std::string& text, const std::string& origin,
                const std::filesystem::path& folder, const Overrides& overrides) {
  Document document = load_document(text, origin, folder);
  apply_overrides(overrides, &document);
  return completed(std::move(document), default_name(origin));
}

std::optional<std::string> Spec::value_at(const std::string& path) const {
  const auto found = filled.find(with_first_hint(path));
  return found == filled.end() ? std::nullopt : std::optional(found->second);
}

std::optional<bool> Spec::plainly_holds(const std::string& path, const std::string& value) const {
  if (!is_plain(path, value)) return std::nullopt;
  const std::optional<std::string> found = value_at(path);
  if (!found) return false;
  const std::optional<double> number = base::number_in<double>(value);
  return number ? base::number_in<double>(*found) == number : *found == value;
}

}  // namespace lab::spec
