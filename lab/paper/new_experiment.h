#pragma once
#include <filesystem>
#include <string>

namespace lab::paper {

/// Makes the folder of a new experiment, which can be reproduced at once: base.textproto, a sweep
/// of scale smoke and one of scale cpu, figures.textproto and README.md. Its base is the spec file
/// `from`, sweep and all, or, if that is empty, a small one of its own. Gives the folder. Throws
/// base::Error: exit code 2 for a name that cannot be a folder's or that is there already, 3 if no
/// sweep can be made of `from`; then nothing is left behind.
std::filesystem::path make_experiment(const std::filesystem::path& experiments,
                                      const std::string& name, const std::filesystem::path& from);

}  // namespace lab::paper
