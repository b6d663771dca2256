#include "lab/store/descent.h"

#include <fmt/format.h>

#include "base/error.h"
#include "lab/spec/include.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"

namespace lab::store {

spec::RunSpec parent_of(const spec::RunSpec& spec, const std::filesystem::path& store) {
  base::promise(spec.start.has_value(), "the run starts from another");
  if (spec.parent != nullptr) return *spec.parent;
  const std::filesystem::path folder = run_folder(store, spec.start->run);
  base::require(is_run(folder), "start.run: `", spec.name, "` starts from run ", spec.start->run,
                ", which is not in ", store.string(),
                "; give the spec that it is trained by, as start.spec");
  return spec_in(folder).run;
}

bool is_start_ready(const spec::RunSpec& spec, const std::filesystem::path& store) {
  return !spec.start || is_finished(run_folder(store, spec.start->run));
}

std::vector<std::string> line_of_descent(const spec::RunSpec& spec,
                                         const std::filesystem::path& store) {
  std::vector<std::string> line;
  for (spec::RunSpec one = spec; one.start;) {
    const bool known = one.parent != nullptr || is_run(run_folder(store, one.start->run));
    const spec::RunSpec parent = known ? parent_of(one, store) : spec::RunSpec{};
    line.push_back(fmt::format("{} step {} ({})", one.start->run, one.start->step,
                               known ? parent.name : "not in this store"));
    one = parent;
  }
  return line;
}

std::vector<std::string> children_of(const std::string& fingerprint,
                                     const std::filesystem::path& store) {
  std::vector<std::string> children;
  for (const auto& folder : all_runs(store)) {
    try {
      const spec::Document document = spec::read_document(folder / "spec.textproto");
      if (document.spec.start().run() == fingerprint) children.push_back(folder.filename());
    } catch (const base::Error&) {  // who cannot be read starts from nothing
    }
  }
  return children;
}

}  // namespace lab::store
