#include "lab/spec/unread.h"

#include <algorithm>
#include <optional>

#include "base/numbers.h"
#include "base/text.h"
#include "lab/spec/fields.h"
#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"

namespace lab::spec {
namespace {

using Relation = ReadTerm::Relation;

/// Says "task" or "hint" of the part that a field is in; nothing needs to be said of it in words.
constexpr std::string_view part_itself = "part";

std::vector<std::string> split_at(std::string text, const std::string& separator) {
  std::vector<std::string> pieces;
  for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator)) {
    pieces.push_back(text.substr(0, at));
    text.erase(0, at + separator.size());
  }
  pieces.push_back(text);
  return pieces;
}

ReadTerm term_of(const std::string& text) {
  for (const auto& [sign, relation] :
       {std::pair("!=", Relation::is_not), std::pair("=", Relation::is),
        std::pair("<", Relation::below), std::pair(">", Relation::above)}) {
    const auto at = text.find(sign);
    if (at == std::string::npos) continue;
    return {text.substr(0, at), relation,
            base::split(text.substr(at + std::string(sign).size()), '|')};
  }
  return {text, Relation::there, {}};
}

std::string in_words(const ReadTerm& term) {
  const std::string values = base::joined(term.values, " or ");
  switch (term.relation) {
    case Relation::there:
      return "there is a " + term.path;
    case Relation::is:
      return term.path + " is " + values;
    case Relation::is_not:
      return term.path + " is other than " + values;
    case Relation::below:
      return term.path + " is below " + values;
    case Relation::above:
      break;
  }
  return term.path + " is above " + values;
}

std::string in_words(const std::vector<ReadTerm>& any) {
  std::vector<ReadTerm> said = any;
  if (said.size() > 1) {
    std::erase_if(said, [](const ReadTerm& term) { return term.path == part_itself; });
  }
  return base::joined(
      said, [](const ReadTerm& term) { return in_words(term); }, " or ");
}

/// "hint[0]" of all that is below it, else "task".
std::string part_around(const std::string& path) {
  return path.starts_with("hint[") ? path.substr(0, path.find('.')) : "task";
}

/// A spec looked at from one of its fields.
class View {
 public:
  View(const Spec& spec, std::string path) : spec_(spec), path_(std::move(path)) {}

  /// The terms with paths that say which part is meant.
  std::vector<ReadTerm> placed(std::vector<ReadTerm> any) const {
    for (ReadTerm& term : any) {
      if (term.path.starts_with("part.")) term.path = resolved(term.path);
      for (std::string& value : term.values) {
        if (value.starts_with("part.")) value = resolved(value);
      }
    }
    return any;
  }

  bool holds(const ReadTerm& term) const {
    const std::vector<std::string> found = values_at(term.path);
    if (term.relation == Relation::there) return !found.empty();
    return std::ranges::any_of(found,
                               [&](const std::string& value) { return satisfies(value, term); });
  }

  bool holds(const std::vector<ReadTerm>& any) const {
    return std::ranges::any_of(any, [&](const ReadTerm& term) { return holds(term); });
  }

  /// "it is UNIFORM"; of several "inputs is UNIFORM and max_length is 9".
  std::string why_not(const std::vector<ReadTerm>& any) const {
    std::vector<std::string> reasons;
    for (const ReadTerm& term : any) {
      if (term.path == part_itself) continue;
      const std::string found = base::joined(values_at(term.path));
      const std::string subject = in_words(any) == in_words(term) ? "it" : term.path;
      if (!found.empty()) reasons.push_back(subject + " is " + found);
    }
    return reasons.empty() ? "there is none" : base::joined(reasons, " and ");
  }

  /// Whether a file set the field, and what decides was set after it.
  bool is_taken_over(const std::vector<ReadTerm>& any) const {
    const Origin* field = spec_.origins.exact(path_);
    if (field == nullptr || field->line == 0 || !field->note.empty()) return false;
    return std::ranges::any_of(any, [&](const ReadTerm& term) {
      return is_later(*field, term.path) ||
             (is_number_relation(term) && is_later(*field, term.values.front()));
    });
  }

 private:
  static bool is_number_relation(const ReadTerm& term) {
    return term.relation == Relation::below || term.relation == Relation::above;
  }

  /// By who includes the file, by a sweep or by --set.
  bool is_later(const Origin& field, const std::string& decider) const {
    const std::string path = resolved(decider);
    const Origin* later = spec_.origins.exact(path);
    if (later == nullptr && path == "score.difficulties")
      later = spec_.origins.exact("score.range");
    if (later == nullptr) return false;
    const std::string& own_file = spec_.origins.nearest("").name;
    return !later->note.empty() || (field.name != own_file && later->name != field.name);
  }

  std::string resolved(const std::string& path) const {
    if (path.starts_with("part.")) return part_around(path_) + path.substr(path.find('.'));
    if (path.find('.') != std::string::npos || path == "hint") return path;
    const auto block = path_.rfind('.');
    return block == std::string::npos ? path : field_path(path_.substr(0, block), path);
  }

  /// Of a field, of each item of a list, of the field in each hint; places of a list of blocks.
  std::vector<std::string> values_at(const std::string& path) const {
    if (path == part_itself) return {part_around(path_).substr(0, 4)};
    const std::string wanted = resolved(path);
    std::vector<std::string> found;
    if (wanted.starts_with("hint") && !wanted.starts_with("hint[")) {
      const std::string end = "]" + wanted.substr(4);
      for (const auto& [at, value] : spec_.filled) {
        const bool here = at.starts_with("hint[") && (wanted == "hint" || at.ends_with(end));
        if (here) found.push_back(value);
      }
      return found;
    }
    const auto at = spec_.filled.find(wanted);
    if (at == spec_.filled.end()) return {};
    if (!at->second.starts_with('[')) return {at->second};
    for (const std::string& item : split_at(at->second.substr(1, at->second.size() - 2), ", ")) {
      if (!item.empty()) found.push_back(item);
    }
    return found;
  }

  bool satisfies(const std::string& value, const ReadTerm& term) const {
    const bool named = std::ranges::count(term.values, value) > 0;
    if (!is_number_relation(term)) return named == (term.relation == Relation::is);
    const auto number = base::number_in<double>(value);
    auto bound = base::number_in<double>(term.values.front());
    if (!bound) bound = base::number_in<double>(values_at(term.values.front()).at(0));
    return number && bound &&
           (term.relation == Relation::below ? *number < *bound : *number > *bound);
  }

  const Spec& spec_;
  std::string path_;
};

/// The value is told only where the place does not show it.
std::string called(const Origins& origins, const std::string& path, const std::string& value) {
  const Origin* origin = origins.exact(path);
  return origin == nullptr || origin->note.empty() ? path : origins.shown(path, value);
}

/// Of a hint of weight 0 nothing but questions are left.
void check_hints(const Spec& spec) {
  if (spec.run.score.hints) return;
  for (std::size_t i = 0; i < spec.run.hints.size(); ++i) {
    if (spec.run.hints[i].is_trained()) continue;
    const std::string path = item_path("hint", static_cast<int>(i));
    spec.origins.fail_at({field_path(path, "weight"), "score.hints"},
                         path +
                             " is neither trained on (weight 0) nor asked (score.hints false): "
                             "leave the hint out");
  }
}

}  // namespace

ReadIf read_if(const google::protobuf::FieldDescriptor& field) {
  ReadIf all;
  for (int i = 0; i < field.options().ExtensionSize(proto::read_if); ++i) {
    std::vector<ReadTerm>& any = all.emplace_back();
    for (const std::string& text :
         split_at(field.options().GetExtension(proto::read_if, i), " or "))
      any.push_back(term_of(text));
  }
  return all;
}

std::string in_words(const ReadIf& condition) {
  return base::joined(
      condition, [](const auto& any) { return in_words(any); }, ", and ");
}

void check_read(const Spec& spec) {
  check_hints(spec);
  for (const auto& [path, value] : spec.written) {
    const View view(spec, path);
    for (const std::vector<ReadTerm>& terms : read_if(schema_field(path))) {
      const std::vector<ReadTerm> any = view.placed(terms);
      if (view.holds(any) || view.is_taken_over(any)) continue;
      spec.origins.fail_at({path}, called(spec.origins, path, value) + " is read only where " +
                                       in_words(any) + ", and " + view.why_not(any) +
                                       ": leave it out");
    }
  }
}

}  // namespace lab::spec
