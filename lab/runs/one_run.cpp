#include "lab/runs/one_run.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "lab/runs/notes.h"
#include "lab/spec/reference/typed.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/train/shown_scores.h"

namespace lab::runs {
namespace {

using Json = nlohmann::ordered_json;

store::Manifest manifest_of(const std::filesystem::path& folder, const spec::RunSpec& spec) {
  return store::read_manifest(folder).value_or(store::new_manifest(spec));
}

}  // namespace

std::string run_text(const std::filesystem::path& folder) {
  const spec::Spec spec = store::spec_in(folder);
  const store::Manifest manifest = manifest_of(folder, spec.run);
  std::string text =
      fmt::format("# folder {}\n# status {}, step {} of {}\n", folder.string(),
                  store::name(store::state_of(folder)), manifest.step, spec.run.train.steps);
  for (const std::string& start : store::line_of_descent(spec.run, folder.parent_path())) {
    text += "# starts from " + start + "\n";
  }
  if (!manifest.error.empty()) text += "# error " + manifest.error + "\n";
  if (manifest.final_loss && manifest.final_loss->is_diverged()) {
    text += "# " + store::in_words(*manifest.final_loss) + "\n";
  }
  const auto tags = tags_of(folder);
  if (!tags.empty()) text += "# tags " + base::joined(tags) + "\n";
  const std::string note = note_of(folder);
  if (!note.empty()) text += "# note " + note + "\n";
  return text + spec.run.text + "\n" +
         base::tsv(train::shown_scores(store::scores_in(folder), spec.run));
}

std::string run_json(const std::filesystem::path& folder) {
  const spec::Spec spec = store::spec_in(folder);
  const Json object{
      {"folder", folder.string()},
      {"status", store::name(store::state_of(folder))},
      {"manifest", Json::parse(store::json(manifest_of(folder, spec.run)))},
      {"spec", spec::reference::typed_fields(spec)},
      {"starts_from", store::line_of_descent(spec.run, folder.parent_path())},
      {"tags", tags_of(folder)},
      {"note", note_of(folder)},
      {"scores", Json::parse(train::json_scores(store::scores_in(folder), spec.run))}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::runs
