#include "base/scratch_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace base {

ScratchFolder::ScratchFolder(const std::filesystem::path& parent, const std::string& prefix) {
  std::error_code error;
  std::filesystem::create_directories(parent, error);
  require(!error, parent.string(), ": cannot make: ", error.message());
  std::string name = (parent / (prefix + "XXXXXX")).string();
  const bool made = ::mkdtemp(name.data()) != nullptr;  // before errno is looked at
  require(made, name, ": cannot make: ", std::strerror(errno));
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace base
