#include "lab/spec/document.h"

#include <google/protobuf/io/tokenizer.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "lab/spec/explain.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/path.h"
#include "lab/spec/text.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::TextFormat;

constexpr std::size_t tab_width = 8;  // what protobuf's tokenizer counts columns by

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    auto& line = lines.back();
    if (c == '\n') {
      lines.emplace_back();
    } else if (c == '\t') {
      line.append(tab_width - line.size() % tab_width, ' ');
    } else if (c != '\r') {
      line += c;
    }
  }
  return lines;
}

bool is_name(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_';
}

/// Column of the last whole word `word` in line[0, end), or npos.
std::size_t last_word(std::string_view line, std::string_view word, std::size_t end) {
  for (auto at = line.rfind(word, end); at != std::string_view::npos;) {
    const auto after = at + word.size();
    const bool whole =
        (at == 0 || !is_name(line[at - 1])) && (after >= line.size() || !is_name(line[after]));
    if (whole) return at;
    if (at == 0) break;
    at = line.rfind(word, at - 1);
  }
  return std::string_view::npos;
}

/// Collects the first complaint. Lines and columns come and stay from 0.
class FirstComplaint final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& text) override {
    if (!text_.empty()) return;
    line_ = line;
    column_ = column;
    text_ = text;
  }
  const std::string& text() const { return text_; }
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string text_;
  int line_ = 0, column_ = 0;
};

Origin at(const std::string& origin, const std::vector<std::string>& lines, int line, int column) {
  if (line < 0) return {.name = origin};
  const auto index = static_cast<std::size_t>(line);
  return {.name = origin,
          .line = line + 1,
          .column = column + 1,
          .source = index < lines.size() ? lines[index] : ""};
}

/// protobuf points at the token after a misspelt name: walk back to the name itself.
[[noreturn]] void complain(const FirstComplaint& complaint, const std::string& origin,
                           const std::vector<std::string>& lines) {
  const Explanation why = explain(complaint.text());
  const int last = std::min(complaint.line(), static_cast<int>(lines.size()) - 1);
  for (int line = last; line >= 0 && !why.word.empty(); --line) {
    const auto& source = lines[static_cast<std::size_t>(line)];
    const auto end =
        line == complaint.line() ? static_cast<std::size_t>(complaint.column()) : std::string::npos;
    const auto column = last_word(source, why.word, end);
    if (column != std::string::npos) {
      fail(at(origin, lines, line, static_cast<int>(column)), why.text);
    }
  }
  fail(at(origin, lines, complaint.line(), complaint.column()), why.text);
}

Origin origin_in(const std::string& origin, const std::vector<std::string>& lines,
                 const FieldDescriptor& field, int index, const TextFormat::ParseInfoTree& tree) {
  auto found = tree.GetLocation(&field, index);
  if (found.line < 0 && index > 0) found = tree.GetLocation(&field, 0);  // [a, b] has one position
  return at(origin, lines, found.line, found.column);
}

/// The number in a field; none for other types and for 64-bit seeds, which may be anything.
std::optional<double> number_in(const FieldValue& value) {
  switch (value.field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return value.number();
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return static_cast<double>(value.whole());
    default:
      return std::nullopt;
  }
}

void check_number(double number, const FieldDescriptor& field, const std::string& path,
                  const Origins& origins) {
  const auto& limits = field.options().GetExtension(proto::limits);
  if (std::isfinite(number) && limits.low() <= number && number <= limits.high()) return;
  origins.fail_at({path}, origins.shown(path, readable(number)) + " must be between " +
                              readable(limits.low()) + " and " + readable(limits.high()));
}

void check_text(const FieldValue& value, const std::string& path, const Origins& origins) {
  if (value.field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) return;
  if (base::first_no_utf8(value.text())) origins.fail_at({path}, path + " must be UTF-8");
}

void check_message(const Message& message, const std::string& path, const Origins& origins) {
  const auto* access = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  access->ListFields(message, &fields);
  for (const auto* field : fields) {
    const int size = field->is_repeated() ? access->FieldSize(message, field) : 1;
    for (int i = 0; i < size; ++i) {
      const FieldValue value{message, *field, field->is_repeated() ? i : -1};
      std::string where = field_path(path, field->name());
      if (field->is_repeated()) where = item_path(where, i);
      check_text(value, where, origins);
      if (field->message_type() != nullptr) {
        check_message(value.block(), where, origins);
      } else if (const auto number = number_in(value)) {
        check_number(*number, *field, where, origins);
      }
    }
  }
}

}  // namespace

void record_origins(const Message& message, const TextFormat::ParseInfoTree* tree,
                    const std::string& path, const OriginOf& origin_of, Origins* origins) {
  const auto* access = message.GetReflection();
  const auto visit = [&](const FieldDescriptor& field, int index, const std::string& where) {
    origins->record(where, origin_of(field, index, tree));
    if (field.message_type() == nullptr) return;
    const auto& nested = index < 0 ? access->GetMessage(message, &field)
                                   : access->GetRepeatedMessage(message, &field, index);
    record_origins(nested, tree == nullptr ? nullptr : tree->GetTreeForNested(&field, index), where,
                   origin_of, origins);
  };
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const auto& field = *message.GetDescriptor()->field(i);
    const std::string where = field_path(path, field.name());
    if (!field.is_repeated()) {
      if (access->HasField(message, &field)) visit(field, -1, where);
      continue;
    }
    const int size = access->FieldSize(message, &field);
    const bool emptied = tree != nullptr && tree->GetLocation(&field, 0).line >= 0;  // "hint: []"
    if (size > 0 || emptied) origins->record(where, origin_of(field, 0, tree));
    for (int k = 0; k < size; ++k) visit(field, k, item_path(where, k));
  }
}

Document parse_document(const std::string& text, const std::string& origin) {
  Document document{.spec = {}, .origins = Origins(origin)};
  const auto lines = lines_of(text);
  FirstComplaint complaint;
  TextFormat::ParseInfoTree tree;
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaint);
  parser.WriteLocationsTo(&tree);
  const bool parsed = parser.ParseFromString(text, &document.spec);
  if (!complaint.text().empty()) complain(complaint, origin, lines);
  if (!parsed) fail({.name = origin}, "cannot be read as a spec");
  record_origins(
      document.spec, &tree, "",
      [&](const FieldDescriptor& field, int index, const TextFormat::ParseInfoTree* nested) {
        if (nested == nullptr) return Origin{.name = origin};
        return origin_in(origin, lines, field, index, *nested);
      },
      &document.origins);
  return document;
}

void check_limits(const Document& document) { check_message(document.spec, "", document.origins); }

}  // namespace lab::spec
