#include "model/files/checkpoint.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "base/error.h"
#include "base/file.h"
#include "model/files/safetensors.h"
#include "tests/base/in_child.h"
#include "tests/model/files/checkpoint_sample.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

TEST_CASE("a checkpoint comes back to the bit, with and without an average") {
  const base::ScratchFolder scratch;
  const layers::Layout layout = sample_layout();
  for (const Average average : {Average::none, Average::kept}) {
    const training::TrainingState state = sample_state(layout, 0, average);
    save_checkpoint(scratch.path() / "deep" / "step-0/", layout, "f00d", state);
    CHECK(same_bits(load_checkpoint(scratch.path() / "deep/step-0", layout, "f00d"), state));
  }
  CHECK(entries(scratch.path() / "deep") == 1);
  CHECK(entries(scratch.path() / "deep" / "step-0") == 2);
}

TEST_CASE("a checkpoint's files tell names, shapes and metadata to other programs") {
  const Sample sample;
  const SafetensorsFile weights(sample.weights), optimizer(sample.optimizer);
  std::string text;
  for (const TensorInfo& tensor : weights.tensors()) {
    text += tensor.name;
    for (const std::uint64_t size : tensor.shape) text += base::concat(' ', size);
    text += ", ";
  }
  CHECK(text == "embedding 3 2, norm.gain 2, tau 1, ");
  REQUIRE(optimizer.tensors().size() == 9);
  CHECK(optimizer.tensors()[0].name == "average.embedding");
  CHECK(optimizer.tensors()[8].name == "second.tau");
  for (const SafetensorsFile* file : {&weights, &optimizer}) {
    CHECK(file->metadata("format") == "pt");
    CHECK(file->metadata("fingerprint") == "f00d");
    CHECK(file->metadata("step") == "12");
  }
}

TEST_CASE("steps that moments saw before are kept, and said of no other checkpoint") {
  Sample sample;
  CHECK_FALSE(SafetensorsFile(sample.optimizer).has_metadata("earlier_steps"));
  sample.state.earlier_steps = 400;
  save_checkpoint(sample.folder, sample.layout, "f00d", sample.state);
  CHECK(SafetensorsFile(sample.optimizer).metadata("earlier_steps") == "400");
  CHECK_FALSE(SafetensorsFile(sample.weights).has_metadata("earlier_steps"));
  CHECK(same_bits(sample.load(), sample.state));
}

TEST_CASE("what is not a checkpoint is never replaced") {
  const Sample sample;
  base::write_file(sample.folder / "notes.txt", "mine");
  CHECK_THROWS_WITH(save_checkpoint(sample.folder, sample.layout, "f00d", sample.state),
                    Contains("cannot write a checkpoint over it: it holds \"notes.txt\""));
  CHECK(base::read_file(sample.folder / "notes.txt") == "mine");
  const fs::path file = sample.scratch.path() / "file";
  base::write_file(file, "mine");
  for (const fs::path& folder : {file, file / "below"}) {
    CHECK_THROWS_WITH(save_checkpoint(folder, sample.layout, "f00d", sample.state),
                      Contains("cannot write: Not a directory"));
  }
  CHECK(base::read_file(file) == "mine");
  CHECK(entries(sample.scratch.path()) == 2);
}

TEST_CASE("a save that fails leaves the older checkpoint and nothing beside it") {
  const Sample sample;
  const training::TrainingState later = sample_state(sample.layout, 13, Average::none);
  const fs::path errors = sample.scratch.path() / "errors";
  const rlim_t bytes = fs::file_size(sample.weights);  // the optimizer's moments need more
  const int status = in_child(errors, [&] {
    const rlimit limit = {bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);  // then the write fails with EFBIG
    try {
      save_checkpoint(sample.folder, sample.layout, "f00d", later);
    } catch (const base::Error& error) {
      ::_exit(std::string(error.what()).find("File too large") == std::string::npos ? 1 : 42);
    }
  });
  fs::remove(errors);
  CHECK(WEXITSTATUS(status) == 42);
  CHECK(same_bits(sample.load(), sample.state));
  CHECK(entries(sample.scratch.path()) == 1);
}

TEST_CASE("whoever looks, and kill -9 at any time, finds the old checkpoint or the new") {
  const Sample sample;
  const training::TrainingState later = sample_state(sample.layout, 13, Average::none);
  for (int round = 0; round < 20; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      while (true) {
        save_checkpoint(sample.folder, sample.layout, "f00d", later);
        save_checkpoint(sample.folder, sample.layout, "f00d", sample.state);
      }
    }
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::microseconds(3000 + 917 * round);
    bool always_there = true;
    while (std::chrono::steady_clock::now() < end) always_there &= fs::exists(sample.weights);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    REQUIRE(always_there);
    const training::TrainingState found = sample.load();
    REQUIRE((same_bits(found, sample.state) || same_bits(found, later)));
  }
}

/// Runs a Python program with an argument; whether it ended well.
bool python(const std::string& program, const fs::path& argument) {
  return std::system(("python3 -c '" + program + "' '" + argument.string() + "'").c_str()) == 0;
}

TEST_CASE("the public library reads a checkpoint, and what it writes is read back") {
  if (!python("import numpy, safetensors.numpy", "")) {
    WARN("not checked: python3 has no numpy or no safetensors");
    return;
  }
  const Sample sample;
  REQUIRE(python(R"(
import sys, numpy
from safetensors import safe_open
from safetensors.numpy import save_file
file = sys.argv[1] + "/weights.safetensors"
with safe_open(file, framework="np") as f:
    metadata = f.metadata()
    tensors = {name: f.get_tensor(name) for name in f.keys()}
assert metadata["format"] == "pt" and metadata["step"] == "12", metadata
assert {n: t.shape for n, t in tensors.items()} == {
    "embedding": (3, 2), "norm.gain": (2,), "tau": (1,)}, tensors
save_file(tensors, file, metadata=metadata)
)",
                 sample.folder));
  CHECK(same_bits(sample.load(), sample.state));  // its order keeps our checksum
  REQUIRE(python(R"(
import sys
from safetensors.numpy import load_file, save_file
file = sys.argv[1] + "/weights.safetensors"
tensors = {n: 2 * t for n, t in load_file(file).items()}
save_file(tensors, file, metadata={"fingerprint": "f00d", "step": "12"})
)",
                 sample.folder));
  CHECK(sample.load().weights[2] == 2 * sample.state.weights[2]);
}

}  // namespace
}  // namespace model::files
