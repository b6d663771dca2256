#include "lab/store/event_records.h"

#include <catch2/catch.hpp>

namespace lab::store {

TEST_CASE("a record is its length and its data, each with its checksum") {
  // Of the data "123456789" CRC-32C is e3069283 (RFC 3720, B.4, by its polynomial).
  const std::string record = event_record("123456789");
  REQUIRE(record.size() == 8 + 4 + 9 + 4);
  CHECK(record.substr(0, 8) == std::string("\x09\0\0\0\0\0\0\0", 8));
  CHECK(record.substr(12, 9) == "123456789");
  // e3069283 turned right by 15 is 2507c60d; a282ead8 more is c78ab0e5.
  CHECK(record.substr(21) == "\xe5\xb0\x8a\xc7");
}

TEST_CASE("records are read back, and none of a file that is cut off or damaged") {
  const std::string file = event_record("one") + event_record("") + event_record("three");
  CHECK(records_in(file) == std::vector<std::string>{"one", "", "three"});
  CHECK(records_in("") == std::vector<std::string>{});
  const std::size_t first = event_record("one").size(), second = first + event_record("").size();
  for (std::size_t size = 1; size < file.size(); ++size) {
    INFO(size);
    CHECK(records_in(file.substr(0, size)).has_value() == (size == first || size == second));
  }
  for (std::size_t at = 0; at < file.size(); ++at) {
    INFO(at);
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    CHECK(!records_in(damaged));
  }
  CHECK(!records_in(file + std::string(100, '\0')));
  CHECK(!records_in(std::string(8, '\xff') + file));
}

}  // namespace lab::store
