#include "lab/store/run_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/spec/files.h"
#include "lab/spec/start.h"
#include "lab/store/manifest.h"

namespace lab::store {
namespace {

std::filesystem::path spec_file(const std::filesystem::path& folder) {
  return folder / "spec.textproto";
}

/// What is kept decides none of its numbers.
void prepare_parent(const std::filesystem::path& folder, const spec::RunSpec& parent,
                    std::int64_t step) {
  prepare_run_folder(folder, parent);
  if (is_finished(folder) || spec::keeps_step(spec_in(folder).run.train, step)) return;
  base::write_file(spec_file(folder), parent.text);
}

}  // namespace

bool is_run(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(spec_file(folder), ignored);
}

std::filesystem::path run_folder(const std::filesystem::path& store,
                                 const std::string& fingerprint) {
  return store / fingerprint;
}

void prepare_run_folder(const std::filesystem::path& folder, const spec::RunSpec& spec) {
  if (spec.parent != nullptr) {
    prepare_parent(folder.parent_path() / spec.start->run, *spec.parent, spec.start->step);
  }
  if (!is_run(folder)) {
    for (const questions::NamedFile& file : spec::files_of(spec)) {
      questions::keep_copy(file, base::ending_in_name(folder).parent_path());
    }
    base::write_file(spec_file(folder), spec.text);
    return;
  }
  const std::string found = spec_in(folder).run.fingerprint;
  base::require(found == spec.fingerprint, spec_file(folder).string(), ": wanted the spec of run ",
                spec.fingerprint, ", found that of ", found, "; move the folder away");
}

spec::Spec spec_in(const std::filesystem::path& folder) {
  return spec::read_spec(spec_file(folder));
}

std::vector<Score> scores_in(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "scores.tsv";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  return scores_of(base::read_tsv(file), file.string());
}

std::vector<std::filesystem::path> all_runs(const std::filesystem::path& store) {
  std::vector<std::filesystem::path> folders;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(store, error)) {
    if (is_run(entry.path())) folders.push_back(entry.path());
  }
  base::require(!error || error == std::errc::no_such_file_or_directory, store.string(),
                ": cannot list: ", error.message());
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::filesystem::path find_run(const std::filesystem::path& store, const std::string& text) {
  if (is_run(text)) return base::ending_in_name(text);
  std::vector<std::filesystem::path> found;
  for (const auto& folder : all_runs(store)) {
    if (folder.filename().string().starts_with(text)) found.push_back(folder);
  }
  base::require(!text.empty() && !found.empty(), "no run `", text, "` in ", store.string(),
                " (`lab runs` lists those there are)");
  const auto fingerprint = [](const auto& folder) { return folder.filename().string(); };
  base::require(found.size() == 1, "run `", text, "` could be any of ",
                base::joined(found, fingerprint, " "));
  return found.front();
}

std::vector<std::filesystem::path> find_runs(const std::filesystem::path& store,
                                             const std::vector<std::string>& texts) {
  std::vector<std::filesystem::path> runs;
  std::map<std::filesystem::path, std::string> known;  // in full -> the text that meant it
  for (const std::string& text : texts) {
    runs.push_back(find_run(store, text));
    const auto [first, added] = known.emplace(std::filesystem::weakly_canonical(runs.back()), text);
    if (added) continue;
    throw base::Error(fmt::format("run {} is named twice: by `{}` and by `{}`",
                                  runs.back().filename().string(), first->second, text),
                      base::ExitCode::wrong_usage);
  }
  return runs;
}

}  // namespace lab::store
