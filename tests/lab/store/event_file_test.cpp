#include "lab/store/event_file.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <map>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/stop.h"
#include "lab/store/event_folder.h"
#include "lab/store/removal.h"
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

namespace fs = std::filesystem;

using Curve = std::vector<std::pair<std::int64_t, float>>;

/// What a reader knows that took these files from the first record to the last.
struct Reader {
  std::map<std::string, Curve> curves;          ///< by tag
  std::map<std::string, std::string> metadata;  ///< by tag: the first of each
  std::map<std::string, std::string> tensors;   ///< by tag
  int starts = 0;

  void read(const fs::path& file) {
    const std::vector<std::string> records = records_of(base::read_file(file));
    CHECK(fields_of(records.at(0)).back() == std::pair(3, std::string("brain.Event:2")));
    for (std::size_t i = 1; i < records.size(); ++i) read_event(records[i]);
  }

 private:
  void read_event(const std::string& event) {
    std::int64_t step = 0;
    for (const auto& [number, bytes] : fields_of(event)) {
      if (number == 2) step = std::stoll(bytes);
      if (number == 7) restart(bytes, step);
      if (number != 5) continue;
      for (const auto& [one, value] : fields_of(bytes)) read_value(value, step);
    }
  }

  /// TensorBoard takes the first START for the beginning, and forgets at the others.
  void restart(const std::string& session_log, std::int64_t step) {
    REQUIRE(fields_of(session_log) == std::vector{std::pair(1, std::string("1"))});
    if (starts++ == 0) return;
    for (auto& [tag, curve] : curves) {
      std::erase_if(curve, [&](const auto& point) { return point.first >= step; });
    }
  }

  void read_value(const std::string& value, std::int64_t step) {
    std::string tag;
    for (const auto& [number, bytes] : fields_of(value)) {
      if (number == 1) tag = bytes;
      if (number == 8) tensors[tag] = bytes;
      if (number == 9) metadata.emplace(tag, bytes);
      if (number != 2) continue;
      float scalar = 0;
      std::memcpy(&scalar, bytes.data(), sizeof scalar);
      curves[tag].emplace_back(step, scalar);
    }
  }
};

/// A store with one run in it.
struct Place {
  base::ScratchFolder scratch;
  spec::RunSpec spec = tests::tiny_spec();
  fs::path run = run_folder(scratch.path(), spec.fingerprint);

  Place() { prepare_run_folder(run, spec); }

  fs::path events() const {
    const auto folders = event_folders_of(run);
    REQUIRE(folders.size() == 1);
    return folders[0];
  }

  std::vector<fs::path> files() const { return event_files_in(events(), run); }

  Reader reader() const {
    Reader reader;
    for (const fs::path& file : files()) reader.read(file);
    return reader;
  }

  void attempt(std::vector<StepValues> before, std::vector<StepValues> then) const {
    const auto claim = Claim::take(run);
    EventFile file(*claim, spec, before);
    for (const StepValues& values : then) file.add(values);
  }
};

StepValues loss_at(std::int64_t step) { return {step, {{"loss", double(step)}}}; }

const Curve one_to_three{{1, 1.0F}, {2, 2.0F}, {3, 3.0F}};

/// The value of a field of this number, or nothing.
std::string field(const std::string& message, int wanted) {
  for (const auto& [number, bytes] : fields_of(message)) {
    if (number == wanted) return bytes;
  }
  return "";
}

/// Hyperparameters by name: the number of the field of google.protobuf.Value, and what it holds.
std::map<std::string, std::pair<int, std::string>> hyperparameters(const Reader& reader) {
  const std::string plugin = field(reader.metadata.at("_hparams_/session_start_info"), 1);
  CHECK(field(plugin, 1) == "hparams");
  std::map<std::string, std::pair<int, std::string>> all;
  for (const auto& [number, entry] : fields_of(field(field(plugin, 2), 3))) {
    if (number == 1) all[field(entry, 1)] = fields_of(field(entry, 2)).at(0);
  }
  return all;
}

std::string bytes_of(double number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

}  // namespace

TEST_CASE("an event file says what was put in, step by step") {
  const Place place;
  place.attempt({{5, {{"loss", 2.5}}}}, {{10, {{"loss", 1.25}, {"a b/c", -1}}}});
  const auto curves = place.reader().curves;
  CHECK(curves.size() == 2);
  CHECK(curves.at("loss") == Curve{{5, 2.5F}, {10, 1.25F}});
  CHECK(curves.at("a b/c") == Curve{{10, -1.0F}});
}

TEST_CASE("an event file has the spec as hyperparameters and as a text") {
  const Place place;
  place.attempt({}, {});
  const Reader reader = place.reader();
  const auto all = hyperparameters(reader);
  CHECK(all.at("model.width") == std::pair(2, bytes_of(16)));            // a number
  CHECK(all.at("train.learning_rate") == std::pair(2, bytes_of(1e-3)));  // a default
  CHECK(all.at("model.positions") == std::pair(3, std::string("LEARNED")));
  CHECK(all.at("score.difficulties") == std::pair(3, std::string("[3, 6]")));
  CHECK(all.at("model.tied_embeddings") == std::pair(4, std::string("1")));
  CHECK(!all.contains("name"));
  CHECK(field(field(reader.metadata.at("spec"), 1), 1) == "text");
  const std::string text = field(reader.tensors.at("spec"), 8);
  CHECK(text.starts_with("    name: \"tiny\"\n"));
  CHECK(text.find("\n      width: 16\n") != text.npos);
}

TEST_CASE("a later attempt leaves what was written, and readers forget what it makes again") {
  const Place place;
  place.attempt({}, {loss_at(1), loss_at(2), {3, {{"loss", -3}}}, {4, {{"loss", -4}}}});
  const std::string before = base::read_file(place.files().at(0));
  SECTION("going on from a step before") {
    place.attempt({loss_at(1), loss_at(2)}, {loss_at(3)});
    CHECK(place.reader().curves.at("loss") == one_to_three);
  }
  SECTION("twice") {
    place.attempt({loss_at(1)}, {});
    place.attempt({loss_at(1)}, {loss_at(2), loss_at(3)});
    CHECK(place.reader().curves.at("loss") == one_to_three);
  }
  SECTION("from the beginning") {
    place.attempt({}, {loss_at(3)});
    CHECK(place.reader().curves.at("loss") == Curve{{3, 3.0F}});
  }
  SECTION("with a step that the file has lost") {
    place.attempt({loss_at(1), {1, {{"other", 1}}}, loss_at(2), loss_at(3)}, {});
    CHECK(place.reader().curves.at("loss") == one_to_three);
    CHECK(place.reader().curves.at("other") == Curve{{1, 1.0F}});
  }
  CHECK(place.files().size() == 1);
  CHECK(base::read_file(place.files()[0]).starts_with(before));
  CHECK(hyperparameters(place.reader()).contains("model.width"));
}

TEST_CASE("an event file that ends anywhere or is damaged costs nothing that was written") {
  const Place whole;
  whole.attempt({}, {loss_at(1), loss_at(2)});
  const std::string bytes = base::read_file(whole.files().at(0));
  const auto files_after = [](const Place& place) {
    place.attempt({loss_at(1), loss_at(2)}, {loss_at(3)});
    place.attempt({loss_at(1), loss_at(2), loss_at(3)}, {});
    const auto files = place.files();
    Reader reader;
    reader.read(files.back());
    CHECK(reader.curves.at("loss") == one_to_three);
    CHECK(hyperparameters(reader).contains("model.width"));
    return files.size();
  };
  for (std::size_t size = 0; size < bytes.size();
       size += size + 300 < bytes.size() && size > 100 ? 97 : 1) {
    INFO(size);
    const Place place;
    place.attempt({}, {});
    base::write_file(place.files().at(0), bytes.substr(0, size));
    CHECK(files_after(place) <= 2);
  }
  const Place place;
  place.attempt({}, {loss_at(1)});
  const fs::path first = place.files().at(0);
  base::write_file(first, base::read_file(first) + std::string(4096, '\0'));
  CHECK(files_after(place) == 2);
  CHECK(base::read_file(first).ends_with('\0'));
}

TEST_CASE("a run's curves have each step once, however often it was interrupted") {
  const Place place;
  int reports = 0;
  std::string read;
  train::RunOptions options{place.scratch.path(), 1, {}};
  options.report = [&](const train::TrainingReport&) {
    if (++reports % 4 == 0) base::request_stop();
  };
  int attempts = 0;
  while (train::train_run(train::lesson_of(place.spec), options) == train::RunOutcome::stopped) {
    ++attempts;
    const std::string now = base::read_file(place.files().at(0));
    CHECK(now.starts_with(read));
    read = now;
  }
  CHECK(attempts > 1);
  REQUIRE(place.files().size() == 1);
  const Reader reader = place.reader();
  CHECK(reader.starts == attempts + 1);
  std::vector<std::int64_t> steps;
  for (const auto& [step, loss] : reader.curves.at("train/loss")) steps.push_back(step);
  CHECK(std::ranges::is_sorted(steps));
  CHECK(std::ranges::adjacent_find(steps) == steps.end());
  CHECK(steps.back() == 60);
  const auto& scored = reader.curves.at("sorting test/3");
  REQUIRE(scored.size() == 3);
  CHECK(scored[0].first == 20);
  for (const Score& score : scores_in(place.run)) {
    if (score.step != 60 || score.difficulty != 3 || score.task != "sorting") continue;
    CHECK(scored[2].second == Approx(double(score.solved) / double(score.asked)));
  }
  const std::string end = field(field(reader.metadata.at("_hparams_/session_end_info"), 1), 2);
  CHECK(field(field(end, 4), 1) == "1");  // finished
}

}  // namespace lab::store
