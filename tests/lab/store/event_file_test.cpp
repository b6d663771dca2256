#include "lab/store/event_file.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <map>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/stop.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/train/tiny_run.h"

// Read back by hand, as TensorBoard's documentation says: nothing here is what wrote the file.

namespace lab::store {
namespace {

std::uint64_t number_at(const std::string& text, std::size_t at, int bytes) {
  std::uint64_t number = 0;
  for (int i = bytes; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(text.at(at + static_cast<std::size_t>(i)));
  }
  return number;
}

/// CRC-32C bit by bit, masked as the format wants it.
std::uint64_t masked_checksum(const std::string& data) {
  std::uint32_t crc = ~0U;
  for (const char c : data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78U : 0);
  }
  crc = ~crc;
  return ((crc >> 15 | crc << 17) + 0xA282EAD8U) & 0xFFFFFFFFU;
}

std::vector<std::string> records_of(const std::string& file) {
  std::vector<std::string> records;
  for (std::size_t at = 0; at < file.size();) {
    const std::string length = file.substr(at, 8);
    REQUIRE(number_at(file, at + 8, 4) == masked_checksum(length));
    records.push_back(file.substr(at + 12, number_at(length, 0, 8)));
    at += 12 + records.back().size();
    REQUIRE(number_at(file, at, 4) == masked_checksum(records.back()));
    at += 4;
  }
  return records;
}

std::uint64_t varint(const std::string& text, std::size_t& at) {
  std::uint64_t number = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(text.at(at++));
    number |= std::uint64_t(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

/// Fields of one protobuf message: number, and the bytes or the number itself as bytes.
std::vector<std::pair<int, std::string>> fields_of(const std::string& message) {
  std::vector<std::pair<int, std::string>> fields;
  for (std::size_t at = 0; at < message.size();) {
    const std::uint64_t tag = varint(message, at);
    const std::size_t begin = at;
    std::size_t size = tag % 8 == 1 ? 8 : 4;
    if (tag % 8 == 0) {
      fields.emplace_back(int(tag / 8), std::to_string(varint(message, at)));
      continue;
    }
    if (tag % 8 == 2) size = varint(message, at);
    fields.emplace_back(int(tag / 8), message.substr(tag % 8 == 2 ? at : begin, size));
    at = (tag % 8 == 2 ? at : begin) + size;
  }
  return fields;
}

/// tag -> steps and values of a folder's one event file.
std::map<std::string, std::vector<std::pair<std::int64_t, float>>> curves_in(
    const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with("events.out.tfevents.")) {
      files.push_back(entry.path());
    }
  }
  REQUIRE(files.size() == 1);
  std::map<std::string, std::vector<std::pair<std::int64_t, float>>> curves;
  const std::vector<std::string> records = records_of(base::read_file(files[0]));
  CHECK(fields_of(records.at(0)).back() == std::pair(3, std::string("brain.Event:2")));
  for (std::size_t i = 1; i < records.size(); ++i) {
    std::int64_t step = -1;
    for (const auto& [number, bytes] : fields_of(records[i])) {
      if (number == 2) step = std::stoll(bytes);
      if (number != 5) continue;
      for (const auto& [one, value] : fields_of(bytes)) {
        const auto parts = fields_of(value);
        float scalar = 0;
        std::memcpy(&scalar, parts.at(1).second.data(), sizeof scalar);
        curves[parts.at(0).second].emplace_back(step, scalar);
      }
    }
  }
  return curves;
}

}  // namespace

TEST_CASE("an event file says what was put in, step by step") {
  const base::ScratchFolder scratch;
  EventFile file(*Claim::take(scratch.path()), std::vector<StepValues>{{5, {{"loss", 2.5}}}});
  file.add({10, {{"loss", 1.25}, {"a b/c", -1}}});
  const auto curves = curves_in(scratch.path());
  CHECK(curves.size() == 2);
  CHECK(curves.at("loss") == std::vector<std::pair<std::int64_t, float>>{{5, 2.5F}, {10, 1.25F}});
  CHECK(curves.at("a b/c") == std::vector<std::pair<std::int64_t, float>>{{10, -1.0F}});
}

TEST_CASE("a run's curves have each step once, however often it was interrupted") {
  const base::ScratchFolder scratch;
  const spec::RunSpec spec = tests::tiny_spec();
  const auto folder = run_folder(scratch.path(), spec.fingerprint);
  int reports = 0;
  train::RunOptions options{scratch.path(), 1, {}};
  options.report = [&](const train::TrainingReport&) {
    if (++reports % 4 == 0) base::request_stop();
  };
  int attempts = 0;
  while (train::train_run(train::lesson_of(spec), options) == train::RunOutcome::stopped)
    ++attempts;
  CHECK(attempts > 1);
  const auto curves = curves_in(folder);
  std::vector<std::int64_t> steps;
  for (const auto& [step, loss] : curves.at("train/loss")) steps.push_back(step);
  CHECK(std::ranges::is_sorted(steps));
  CHECK(std::ranges::adjacent_find(steps) == steps.end());
  CHECK(steps.back() == 60);
  const auto& scored = curves.at("sorting test/3");
  REQUIRE(scored.size() == 3);
  CHECK(scored[0].first == 20);
  for (const Score& score : scores_in(folder)) {
    if (score.step != 60 || score.difficulty != 3 || score.task != "sorting") continue;
    CHECK(scored[2].second == Approx(double(score.solved) / double(score.asked)));
  }
}

}  // namespace lab::store
