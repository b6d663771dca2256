#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "lab/train/lesson.h"

namespace lab_tests {

/// The smallest spec there is: two lines.
inline const std::string smallest = "task { parity {} }\ntrain { steps: 1000 }\n";

/// A spec held against its tasks.
lab::spec::RunSpec checked(const lab::spec::Spec& spec);

/// The lesson and the checked run of a spec called "exp.textproto" that includes nothing.
lab::train::Lesson lesson_from(const std::string& text, const lab::spec::Overrides& overrides = {});
lab::spec::RunSpec spec_of(const std::string& text, const lab::spec::Overrides& overrides = {});

/// What base::Error says when `act` throws it with exit code 3; "no error" if it does not.
std::string complaint(const std::function<void()>& act);
std::string complaint_about(const std::string& text, const lab::spec::Overrides& overrides = {});

/// The first line of it: without the source line and the caret.
std::string first_line(const std::string& text);

/// What a part may be but a file, whose questions somebody has to write.
std::vector<std::string> generated_kinds();

/// tests/golden/specs
std::filesystem::path golden_specs();

/// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// Writes a file in the folder and returns its path.
  std::filesystem::path write(const std::string& name, const std::string& text) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace lab_tests
