#include "model/files/safetensors.h"

#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cstring>
#include <limits>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"

namespace model::files {
namespace {

using Catch::Matchers::Contains;

const std::vector<float> three{1.0f, -0.0f, 1e-42f};
const std::vector<float> two{std::numeric_limits<float>::quiet_NaN(), -3e38f};

std::string sample() {
  return safetensors({{"two", {1, 2}, two}, {"none", {0, 7}, {}}, {"three", {3}, three}},
                     {{"step", "5"}});
}

std::string with_length(std::uint64_t length, const std::string& rest) {
  std::string bytes(sizeof length, '\0');
  std::memcpy(bytes.data(), &length, sizeof length);
  return bytes + rest;
}

/// A file of this header and so many bytes of data.
std::string file_of(const std::string& header, std::size_t data_bytes) {
  return with_length(header.size(), header) + std::string(data_bytes, '\0');
}

/// What opening and reading a file of these bytes throws; "" if it is fine.
std::string complaint(const std::string& bytes) {
  static const base::ScratchFolder scratch;
  const auto path = scratch.path() / "x.safetensors";
  std::ofstream(path, std::ios::binary) << bytes;
  try {
    SafetensorsFile file(path);
    std::vector<std::vector<float>> numbers;
    std::vector<float*> targets;
    for (const TensorInfo& tensor : file.tensors()) numbers.emplace_back(tensor.count);
    for (auto& list : numbers) targets.push_back(list.data());
    file.read(targets);
  } catch (const base::Error& error) {
    const std::string message = error.what();
    REQUIRE(message.starts_with(path.string() + ": "));
    return message.substr(path.string().size() + 2);
  }
  return "";
}

std::string entry(const std::string& name, const std::string& shape, int begin, int end) {
  return base::concat('"', name, R"(":{"dtype":"F32","shape":[)", shape, R"(],"data_offsets":[)",
                      begin, ',', end, "]}");
}

TEST_CASE("a safetensors file has the bytes that the format prescribes") {
  const std::string bytes = safetensors({{"b", {3}, three}, {"a", {1, 2}, two}}, {{"k", "v"}});
  const std::string header = R"({"__metadata__":{"checksum":"crc32:24d0fdba","k":"v"},)"
                             R"("a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},)"
                             R"("b":{"dtype":"F32","shape":[3],"data_offsets":[8,20]}})";
  std::string text = header;
  text.append((8 - text.size() % 8) % 8, ' ');
  std::string data(20, '\0');
  std::memcpy(data.data(), two.data(), 8);
  std::memcpy(data.data() + 8, three.data(), 12);
  CHECK(bytes == with_length(text.size(), text + data));
}

TEST_CASE("numbers, names, shapes and metadata come back to the bit, empty tensors too") {
  const base::ScratchFolder scratch;
  const auto path = scratch.path() / "x.safetensors";
  base::write_file(path, sample());
  SafetensorsFile file(path);
  REQUIRE(file.tensors().size() == 3);
  std::vector<std::string> names;
  for (const TensorInfo& tensor : file.tensors()) names.push_back(tensor.name);
  CHECK(names == std::vector<std::string>{"none", "three", "two"});
  CHECK(file.tensors()[0].shape == std::vector<std::uint64_t>{0, 7});
  CHECK(file.tensors()[2].shape == std::vector<std::uint64_t>{1, 2});
  CHECK(file.metadata("step") == "5");
  std::vector<float> a(3), b(2);
  file.read(std::vector<float*>{nullptr, a.data(), b.data()});
  CHECK(std::memcmp(a.data(), three.data(), 12) == 0);
  CHECK(std::memcmp(b.data(), two.data(), 8) == 0);
  file.read(std::vector<float*>{nullptr, a.data(), b.data()});  // and again
  CHECK_THROWS_WITH(file.metadata("epoch"), Contains("no \"epoch\" in its metadata"));
}

TEST_CASE("what other writers may do is accepted") {
  CHECK(complaint(file_of("{}", 0)).empty());
  CHECK(complaint(file_of("{\"__metadata__\":{}}   ", 0)).empty());
  CHECK(complaint(file_of("{" + entry("scalar", "", 0, 4) + "}", 4)).empty());
  CHECK(complaint(file_of("{ " + entry("b", "1", 4, 8) + ", " + entry("a", "1", 0, 4) + "}", 8))
            .empty());
  CHECK(complaint(file_of("{" + entry("a", "1", 0, 4) + "," + entry("e", "0", 4, 4) + "}", 4))
            .empty());
}

TEST_CASE("a malformed header is refused, naming the tensor") {
  struct Case {
    std::string header;
    std::size_t data_bytes;
    std::string complaint;
  };
  const std::string good = entry("a", "1", 0, 4);
  const std::string many(60, 'x');
  const std::vector<Case> cases{
      {"", 4, "wanted {"},
      {"\n{" + good + "}", 4, "wanted {"},
      {"[1]", 4, "wanted {"},
      {"{" + good, 4, "not valid JSON"},
      {"{" + good + "}" + std::string(2, '\0'), 4, "zero bytes"},
      {"{" + good + "} {}", 4, "not valid JSON"},
      {"{\"\xff\":1}", 0, "not valid JSON"},
      {"{\"a\":1}", 0, "tensor \"a\": found a number"},
      {"{\"a\":[]}", 0, "tensor \"a\": found an array"},
      {"{\"a\":null}", 0, "tensor \"a\": found null"},
      {"{\"a\":{}}", 0, "tensor \"a\": \"dtype\": missing"},
      {R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4, "\"shape\": missing"},
      {R"({"a":{"dtype":"F32","shape":[1]}})", 4, "\"data_offsets\": missing"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4]}})", 4, "\"data_offsets\": missing"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}})", 4, "too many numbers"},
      {R"({"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}})", 4, "\"shape\": found a number"},
      {R"({"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}})", 4, "found an array"},
      {R"({"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}})", 4, "found a string"},
      {R"({"a":{"dtype":"F32","shape":[true],"data_offsets":[0,4]}})", 4, "found a boolean"},
      {R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4, "found a negative number"},
      {R"({"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}})", 4, "not whole"},
      {R"({"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}})", 4,
       "too large"},
      {R"({"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4, "string"},
      {R"({"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}})", 4, "array"},
      {R"({"a":{"dtype":"f32","shape":[1],"data_offsets":[0,4]}})", 4, "wanted \"F32\", found"},
      {R"({"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})", 4, "found \"BF16\""},
      {R"({"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}})", 4, "\"dtype\": found a number"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"b":{}}})", 4, "found an object"},
      {R"({"__metadata__":{"step":5}})", 0, "\"__metadata__\": \"step\": found a number"},
      {R"({"__metadata__":{"k":"1","k":"1"}})", 0, "\"k\": found it twice"},
      {R"({"__metadata__":{},"__metadata__":{}})", 0, "found it twice"},
      {"{" + entry("a", "0", 0, 0) + "," + entry("a", "0", 0, 0) + "}", 0, "\"a\": found it twice"},
      {"{" + entry("a", "2", 0, 4) + "}", 4, "tensor \"a\": \"data_offsets\": offsets 0 to 4"},
      {"{" + entry("a", "1", 4, 0) + "}", 4, "do not agree with the shape"},
      {"{" + entry("a", "4611686018427387904,4", 0, 0) + "}", 0, "do not agree with the shape"},
      {"{" + entry("a", "4294967296,4294967296,0", 0, 0) + "}", 0, "do not agree"},
      {"{" + entry("a", "1,1,1,1,1,1,1,1,1", 0, 4) + "}", 4, "too many numbers"},
      {"{" + good + "}", 3, "tensor \"a\": truncated: its data ends at byte 4 of 3"},
      {"{" + good + "}", 5, "1 bytes too many"},
      {"{" + good + "," + entry("b", "1", 8, 12) + "}", 12, "tensor \"b\": wanted its data at"},
      {"{" + good + "," + entry("b", "1", 0, 4) + "}", 4, "found it at 0"},
      {"{" + good + "," + entry("b", "2", 0, 8) + "}", 8, "found it at 0"},
      {"{\"" + many + many + "\x1b[0m\":1}", 0, "not valid JSON"},
      {"{\"" + many + many + "\":1}", 0, many.substr(0, 40) + "\"...: found a number"},
      {R"({"\u001b[31m":1})", 0, R"(tensor "\u001b[31m")"},
  };
  for (const Case& c : cases) {
    INFO(c.header);
    CHECK_THAT(complaint(file_of(c.header, c.data_bytes)), Contains(c.complaint));
  }
}

TEST_CASE("a header's length that lies is refused before anything of that length is read") {
  CHECK_THAT(complaint(""), Contains("truncated"));
  CHECK_THAT(complaint("1234567"), Contains("truncated: 7 bytes"));
  CHECK_THAT(complaint(with_length(3, "{}")), Contains("a header of 3 bytes in a file of 10"));
  CHECK_THAT(complaint(with_length(std::numeric_limits<std::uint64_t>::max(), "{}")),
             Contains("truncated"));
  CHECK_THAT(complaint(with_length(0, "")), Contains("wanted {"));
}

TEST_CASE("a huge file costs no more than its header") {
  const base::ScratchFolder scratch;
  const auto path = scratch.path() / "x.safetensors";
  const std::uint64_t huge = std::uint64_t{1} << 40;  // sparse: takes no disk
  base::write_file(path, file_of("{" + entry("a", "1", 0, 4) + "}", 4));
  std::filesystem::resize_file(path, huge);
  CHECK_THROWS_WITH(SafetensorsFile(path), Contains("bytes too many"));
  base::write_file(path, with_length(100'000'001, "{}"));
  std::filesystem::resize_file(path, huge);
  CHECK_THROWS_WITH(SafetensorsFile(path), Contains("at most 100000000 are allowed"));
}

TEST_CASE("deep nesting and endless lists in a header end at their first event") {
  const std::string deep(10'000'000, '[');
  CHECK_THROWS_WITH(parse_header("{\"a\":" + deep, 0, "x"), Contains("found an array"));
  std::string list = R"({"a":{"dtype":"F32","shape":[)";
  for (int i = 0; i < 1'000'000; ++i) list += "1,";
  CHECK_THROWS_WITH(parse_header(list, 0, "x"), Contains("too many numbers"));
}

TEST_CASE("only a regular file is read") {
  const base::ScratchFolder scratch;
  CHECK_THROWS_WITH(SafetensorsFile(scratch.path()), Contains("not a regular file"));
  CHECK_THROWS_WITH(SafetensorsFile(scratch.path() / "none"), Contains("no such file"));
}

TEST_CASE("changed data is told by the checksum, and without one is taken as it is") {
  std::string bytes = sample();
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  CHECK_THAT(complaint(bytes), Contains("corrupt: wanted checksum \"crc32:"));
  const std::size_t at = bytes.find("checksum");
  bytes.replace(at, 8, "checksun");
  CHECK(complaint(bytes).empty());
}

TEST_CASE("a file cut while it is open is an error") {
  const base::ScratchFolder scratch;
  const auto path = scratch.path() / "x.safetensors";
  const std::vector<float> many(100'000, 1.0f);
  base::write_file(path, safetensors({{"a", {100'000}, many}}, {}));
  SafetensorsFile file(path);
  std::filesystem::resize_file(path, 1000);
  std::vector<float> target(100'000);
  CHECK_THROWS_WITH(file.read(std::vector<float*>{target.data()}),
                    Contains("tensor \"a\": cannot read its data"));
}

TEST_CASE("a header with any stretch replaced by anything is parsed or refused with an Error") {
  const std::string header = sample().substr(8, sample().size() - 8 - 20);
  CHECK(rc::check("parse_header throws base::Error and nothing else", [&] {
    std::string text = header;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto length = *rc::gen::inRange<std::size_t>(0, 8);
    const auto with = *rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::elementOf(std::string("{}[]\",:0123456789-.e ")), rc::gen::arbitrary<char>()));
    text.replace(at, length, with);
    try {
      const SafetensorsHeader parsed = parse_header(text, 20, "x");
      std::uint64_t count = 0;
      for (const TensorInfo& tensor : parsed.tensors) count += tensor.count;
      RC_ASSERT(count == 5U);
    } catch (const base::Error&) {
    }
  }));
}

}  // namespace
}  // namespace model::files
