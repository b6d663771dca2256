#include "lab/spec/spec.h"

#include "lab/spec/compile.h"
#include "lab/spec/document.h"

namespace lab {

RunSpec read_spec(const std::filesystem::path& file, const Overrides& overrides) {
  Document document = read_document(file);
  apply_overrides(overrides, &document);
  return compile(std::move(document), stem(file.string()));
}

RunSpec parse_spec(const std::string& text, const std::string& place,
                   const std::filesystem::path& folder, const Overrides& overrides) {
  Document document = load_document(text, place, folder);
  apply_overrides(overrides, &document);
  return compile(std::move(document), stem(place));
}

}  // namespace lab
