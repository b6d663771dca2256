#include "lab/spec.h"

#include "lab/spec_compile.h"
#include "lab/spec_document.h"

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
