#pragma once
#include <string>

namespace tasks {

/// A task as people are shown it, under the name that this config gives it. Every task class has
/// `using Config = ...;` and `static std::vector<Introduction<Config>> introductions();`, one for
/// each name it goes by; the catalog is made of them.
template <typename Config>
struct Introduction {
  std::string name;     ///< "sorting", "identity_successor", ...
  std::string summary;  ///< one line: what is asked
  std::string format;   ///< prompt and answer in words, a few lines
  std::string prompt;   ///< of a worked picture; its right answer under the config is `answer`
  std::string answer;
  Config config = {};
};

}  // namespace tasks
