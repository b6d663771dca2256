#include "lab/spec/include.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "lab/spec/path.h"
#include "lab/spec/rivals.h"
#include "lab/spec/set.h"

namespace lab::spec {
namespace {

using google::protobuf::Message;
namespace fs = std::filesystem;

/// Empties the lists of `below` that `above` sets, so that merging does not append to them.
void clear_replaced_lists(const Message& above, const Origins& set_above, const std::string& path,
                          Message* below, Origins* origins) {
  const auto* access = above.GetReflection();
  for (int i = 0; i < above.GetDescriptor()->field_count(); ++i) {
    const auto* field = above.GetDescriptor()->field(i);
    const std::string where = field_path(path, field->name());
    if (field->is_repeated()) {
      if (set_above.exact(where) == nullptr) continue;
      access->ClearField(below, field);
      origins->erase(where);
      clear_rival(*field, path, below, origins);
    } else if (field->message_type() != nullptr && access->HasField(above, field) &&
               access->HasField(*below, field)) {
      clear_replaced_lists(access->GetMessage(above, field), set_above, where,
                           access->MutableMessage(below, field), origins);
    }
  }
}

void merge(const Document& above, Document* below) {
  clear_replaced_lists(above.spec, above.origins, "", &below->spec, &below->origins);
  clear_rivals(above.spec, "", &below->spec, &below->origins);
  below->spec.MergeFrom(above.spec);
  below->origins.merge(above.origins);
}

/// "a -> b -> a"
std::string circle(const std::vector<fs::path>& open, const fs::path& again) {
  std::string text;
  for (auto at = std::ranges::find(open, again); at != open.end(); ++at) {
    text += at->filename().string() + " -> ";
  }
  return text + again.filename().string();
}

std::string text_of(const fs::path& file, const Origin& from) {
  try {
    return base::read_text_file(file);
  } catch (const base::Error& unreadable) {
    fail(from, unreadable.what());
  }
}

Document load(const std::string& text, const std::string& origin, const fs::path& folder,
              std::vector<fs::path>* open);

Document included(const fs::path& file, const Origin& from, std::vector<fs::path>* open) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(file, error);
  if (error) fail(from, "cannot read `" + file.string() + "`: " + error.message());
  if (std::ranges::find(*open, real) != open->end()) {
    fail(from, "includes go round in a circle: " + circle(*open, real));
  }
  const std::string text = text_of(file, from);
  open->push_back(real);
  Document document = load(text, file.string(), file.parent_path(), open);
  open->pop_back();
  return document;
}

/// What the file takes back of those it includes.
void take_back(Document* top, Document* below) {
  for (int i = 0; i < top->spec.unset_size(); ++i) {
    apply_set("~" + top->spec.unset(i), top->origins.nearest(item_path("unset", i)), below);
  }
  top->spec.clear_unset();
  top->origins.erase("unset");
}

Document load(const std::string& text, const std::string& origin, const fs::path& folder,
              std::vector<fs::path>* open) {
  Document top = parse_document(text, origin);
  Document result{.spec = {}, .origins = Origins(origin)};
  for (int i = 0; i < top.spec.include_size(); ++i) {
    const fs::path file = (folder / top.spec.include(i)).lexically_normal();
    merge(included(file, top.origins.nearest(item_path("include", i)), open), &result);
  }
  top.spec.clear_include();
  top.origins.erase("include");
  take_back(&top, &result);
  merge(top, &result);
  return result;
}

}  // namespace

Document load_document(const std::string& text, const std::string& origin, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(origin, error);
  std::vector<fs::path> open;
  if (!error) open.push_back(real);
  return load(text, origin, folder, &open);
}

Document read_document(const fs::path& file) {
  try {
    const std::string text = base::read_text_file(file);
    return load_document(text, file.string(), file.parent_path());
  } catch (const base::Error& error) {
    throw base::Error(error.what(), base::ExitCode::bad_spec);
  }
}

}  // namespace lab::spec
