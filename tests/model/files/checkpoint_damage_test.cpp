#include <catch2/catch.hpp>
#include <fstream>

#include "base/error.h"
#include "base/file.h"
#include "model/files/safetensors.h"
#include "tests/model/files/checkpoint_sample.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

/// Replaces `from` by `to` in the file's header and mends the header's length.
void edit(const fs::path& file, const std::string& from, const std::string& to) {
  std::string bytes = base::read_file(file);
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), 8);
  length += to.size();
  length -= from.size();
  std::memcpy(bytes.data(), &length, 8);
  base::write_file(file, bytes);
}

TEST_CASE("a checkpoint of another run, step or model is refused, naming file and tensor") {
  struct Case {
    bool weights;
    std::string from, to, complaint;
  };
  const std::vector<Case> cases{
      {true, "f00d", "beef", "of another run: wanted fingerprint \"f00d\", found \"beef\""},
      {false, "f00d", "beef", "of another run"},
      {true, "fingerprint", "fingerpaint", "no \"fingerprint\" in its metadata"},
      {true, R"(,"step":"12")", "", "no \"step\" in its metadata"},
      {true, R"("12")", R"("-1")", "step: wanted a whole number from 0 on, found \"-1\""},
      {true, R"("12")", R"("")", "step: wanted"},
      {true, R"("12")", R"("12.5")", "step: wanted"},
      {true, R"("12")", R"("99999999999999999999")", "step: wanted"},
      {false, R"("12")", R"("13")", "of step 13, the weights beside it of step 12"},
      {false, "checksum", "checksun", "no checksum in its metadata"},
      {true, "crc32", "crc33", "corrupt"},
      {true, "[3,2]", "[2,3]", "tensor \"embedding\": wanted shape [3, 2], found [2, 3]"},
      {true, "[2]", "[2,1]", "tensor \"norm.gain\": wanted shape [2], found [2, 1]"},
      {true, "\"tau\"", "\"tua\"", "tensor \"tua\": found, but not in this model"},
      {false, "\"first.tau\"", "\"worst.tau\"", "\"worst.tau\": found, but not in this model"},
      {true, "\"F32\"", "\"I32\"", "tensor \"embedding\": \"dtype\": wanted \"F32\""},
  };
  for (const Case& c : cases) {
    INFO(c.from << " -> " << c.to);
    const Sample sample;
    const fs::path& file = c.weights ? sample.weights : sample.optimizer;
    edit(file, c.from, c.to);
    CHECK_THROWS_WITH(sample.load(), Contains(file.string()) && Contains(c.complaint));
  }
}

TEST_CASE("a missing or extra tensor, or a model of another size, is refused by name") {
  const Sample sample;
  layers::Layout larger = sample_layout();
  larger.add("head", 3, 2, layers::Role::matrix);
  CHECK_THROWS_WITH(load_checkpoint(sample.folder, larger, "f00d"),
                    Contains("weights.safetensors: tensor \"head\": missing"));
  layers::Layout smaller;
  smaller.add("embedding", 3, 2, layers::Role::embedding);
  CHECK_THROWS_WITH(load_checkpoint(sample.folder, smaller, "f00d"),
                    Contains("tensor \"norm.gain\": found, but not in this model"));
  CHECK_THROWS_WITH(load_checkpoint(sample.folder, sample_layout(100'000'000), "f00d"),
                    Contains("tensor \"embedding\": wanted shape [3, 100000000], found [3, 2]"));
}

TEST_CASE("an average must be whole, and files of a checkpoint must be there") {
  const Sample sample;
  const layers::Flat<float> zeros(9);
  std::vector<TensorValues> tensors;
  for (const std::string prefix : {"first.", "second.", "average."}) {
    tensors.push_back({prefix + "embedding", {3, 2}, std::span(zeros).first(6)});
    tensors.push_back({prefix + "norm.gain", {2}, std::span(zeros).first(2)});
    tensors.push_back({prefix + "tau", {1}, std::span(zeros).first(1)});
  }
  tensors.pop_back();
  base::write_file(sample.optimizer,
                   safetensors(tensors, {{"fingerprint", "f00d"}, {"step", "12"}}));
  CHECK_THROWS_WITH(sample.load(), Contains("tensor \"average.tau\": missing"));
  fs::remove(sample.optimizer);
  CHECK_THROWS_WITH(sample.load(), Contains("optimizer.safetensors: cannot read: no such file"));
}

TEST_CASE("numbers that are not finite are neither saved nor loaded") {
  const Sample sample;
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
    training::TrainingState spoiled = sample.state;
    spoiled.average[7] = bad;
    CHECK_THROWS_WITH(save_checkpoint(sample.folder, sample.layout, "f00d", spoiled),
                      Contains("tensor \"average.norm.gain\": wanted finite numbers, found"));
    CHECK(same_bits(sample.load(), sample.state));

    const std::string old = base::read_file(sample.weights);
    std::string bytes = old;
    std::memcpy(&bytes[bytes.size() - 4], &bad, 4);
    base::write_file(sample.weights, bytes);
    CHECK_THROWS_WITH(sample.load(), Contains("corrupt"));
    edit(sample.weights, "checksum", "forgotten");
    CHECK_THROWS_WITH(sample.load(), Contains("tensor \"tau\": wanted finite numbers"));
    base::write_file(sample.weights, old);
  }
  training::TrainingState spoiled = sample.state;
  spoiled.second[8] = -1;
  CHECK_THROWS_WITH(save_checkpoint(sample.folder, sample.layout, "f00d", spoiled),
                    Contains("tensor \"second.tau\": wanted squares, found -1"));
}

TEST_CASE("weights without a checksum, as other programs write them, are accepted") {
  const Sample sample;
  edit(sample.weights, "\"checksum\":", "\"whatever\":");
  CHECK(same_bits(sample.load(), sample.state));
}

TEST_CASE("a file cut anywhere is refused") {
  const Sample sample;
  for (const fs::path& file : {sample.weights, sample.optimizer}) {
    const std::string bytes = base::read_file(file);
    for (std::size_t size = bytes.size(); size-- > 0;) {
      fs::resize_file(file, size);
      INFO(file << " cut to " << size);
      REQUIRE_THROWS_AS(sample.load(), base::Error);
    }
    base::write_file(file, bytes);
  }
  CHECK(same_bits(sample.load(), sample.state));
}

TEST_CASE("any flipped bit is refused or changes no number") {
  const Sample sample;
  int harmless = 0;
  for (const fs::path& file : {sample.weights, sample.optimizer}) {
    const std::string bytes = base::read_file(file);
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto put = [&](std::size_t at, int byte) {
      stream.seekp(static_cast<std::streamoff>(at));
      stream.put(static_cast<char>(byte)).flush();
      REQUIRE(stream.good());
    };
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
      put(bit / 8, bytes[bit / 8] ^ 1 << bit % 8);
      try {
        const training::TrainingState loaded = sample.load();
        INFO(file << " bit " << bit);
        REQUIRE(same_bits(loaded, sample.state));
        ++harmless;
      } catch (const base::Error&) {
      }
      put(bit / 8, bytes[bit / 8]);
    }
  }
  CHECK(harmless < 300);  // in `format`, in the key "checksum" of the weights, in spaces
  CHECK(same_bits(sample.load(), sample.state));
}

}  // namespace
}  // namespace model::files
