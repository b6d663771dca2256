#include "tests/lab/spec/testing.h"

#include <cstdlib>
#include <stdexcept>

#include "base/error.h"
#include "base/file.h"
#include "lab/spec/fields.h"

namespace lab_tests {

lab::spec::RunSpec checked(const lab::spec::Spec& spec) { return lab::train::lesson_of(spec).spec; }

lab::train::Lesson lesson_from(const std::string& text, const lab::spec::Overrides& overrides) {
  return lab::train::lesson_of(lab::spec::parse_spec(text, "exp.textproto", ".", overrides));
}

lab::spec::RunSpec spec_of(const std::string& text, const lab::spec::Overrides& overrides) {
  return lesson_from(text, overrides).spec;
}

std::string complaint(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    if (error.exit_code() != base::ExitCode::bad_spec)
      return "wrong exit code: " + std::string(error.what());
    return error.what();
  }
  return "no error";
}

std::string complaint_about(const std::string& text, const lab::spec::Overrides& overrides) {
  return complaint([&] { spec_of(text, overrides); });
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::vector<std::string> generated_kinds() {
  std::vector<std::string> kinds = lab::spec::task_kinds();
  std::erase(kinds, "file");
  return kinds;
}

std::filesystem::path golden_specs() {
  return std::filesystem::path(LAB_SOURCE_DIR) / "tests/golden/specs";
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "lab_spec_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // a leftover folder is no reason to fail
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name,
                                             const std::string& text) const {
  base::write_file(path_ / name, text);
  return path_ / name;
}

}  // namespace lab_tests
