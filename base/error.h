#pragma once
#include <source_location>
#include <sstream>
#include <stdexcept>
#include <string>

#include "base/exit_code.h"

namespace base {

/// The user or the environment is at fault: a bad spec, a missing file, a corrupt checkpoint.
/// The message names the place (file or field), what is wanted and what was found. `exit_code` is
/// what the program ends with.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, ExitCode exit_code = ExitCode::bad_data)
      : std::runtime_error(message), exit_code_(exit_code) {}
  ExitCode exit_code() const { return exit_code_; }

 private:
  ExitCode exit_code_;
};

/// The parts, printed one after the other.
template <typename... Parts>
std::string concat(const Parts&... parts) {
  std::ostringstream text;
  (text << ... << parts);
  return text.str();
}

/// Throws Error made of `parts` unless `ok`. For everything that comes from outside the program.
template <typename... Parts>
void require(bool ok, const Parts&... parts) {
  if (!ok) throw Error(concat(parts...));
}

/// Aborts with file and line unless `kept`. For promises our own code makes to itself; on in every
/// build type, so keep it out of inner loops.
void promise(bool kept, const char* what,
             std::source_location where = std::source_location::current());

}  // namespace base
