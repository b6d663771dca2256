#include "lab/spec/files.h"

#include "base/error.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/path.h"

namespace lab::spec {
namespace {

namespace fs = std::filesystem;
using tasks::file::FileConfig;

void set_text(const std::string& field, const std::string& text, proto::File* file) {
  file->GetReflection()->SetString(file, &field_named(*file, field), text);
}

/// `at`: "task.file".
void read(const std::string& at, const Origins& origins, proto::File* file) {
  for (const auto& named : questions::files_of(from_proto<FileConfig>(*file))) {
    const Origin& origin = origins.nearest(field_path(at, named.field));
    const fs::path full = fs::absolute(path_from(origin, named.path)).lexically_normal();
    set_text(named.field, full.string(), file);
  }
  auto config = from_proto<FileConfig>(*file);
  const fs::path folder = fs::absolute(origins.nearest("").name).parent_path();
  try {
    questions::read_files(folder.parent_path(), &config);
  } catch (const base::Error& wrong) {
    const std::string said = wrong.what();
    const std::string field = field_path(at, said.substr(0, said.find(':')));
    origins.fail_at({field, at}, field_path(at, said));
  }
  file->clear_digest();
  for (const std::string& digest : config.digest) file->add_digest(digest);
}

/// Calls visit(file, path) for each part that has files.
template <typename Visit>
void each_file(proto::Spec* spec, const Visit& visit) {
  const auto look_at = [&](proto::Part* part, const std::string& path) {
    if (part->has_file()) visit(part->mutable_file(), field_path(path, "file"));
  };
  if (spec->has_task()) look_at(spec->mutable_task(), "task");
  for (int i = 0; i < spec->hint_size(); ++i) look_at(spec->mutable_hint(i), item_path("hint", i));
}

/// The same of a run's spec.
template <typename Run, typename Visit>
void each_config(Run* run, const Visit& visit) {
  const auto look_at = [&](auto* part) {
    if (auto* config = std::get_if<FileConfig>(&part->task)) visit(config);
  };
  look_at(&run->main);
  for (auto& hint : run->hints) look_at(&hint);
}

}  // namespace

void read_files(Document* document) {
  each_file(&document->spec, [&](proto::File* file, const std::string& path) {
    read(path, document->origins, file);
  });
}

std::shared_ptr<const tasks::file::Questions> questions_of(const proto::Part& part) {
  auto config = from_proto<FileConfig>(part.file());
  questions::read_files({}, &config);
  return config.questions;
}

void give_questions(RunSpec* run) {
  each_config(run, [](FileConfig* config) { questions::read_files({}, config); });
}

std::vector<questions::NamedFile> files_of(const RunSpec& run) {
  std::vector<questions::NamedFile> all;
  each_config(&run, [&](const FileConfig* config) {
    for (questions::NamedFile& one : questions::files_of(*config)) all.push_back(std::move(one));
  });
  return all;
}

void clear_paths(proto::Spec* spec) {
  each_file(spec, [](proto::File* file, const std::string& /*path*/) {
    // Said to be empty, not cleared: which there are tells of which pool a content is.
    for (const auto& named : questions::files_of(from_proto<FileConfig>(*file))) {
      set_text(named.field, "", file);
    }
  });
}

}  // namespace lab::spec
