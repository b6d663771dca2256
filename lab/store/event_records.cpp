#include "lab/store/event_records.h"

#include <boost/crc.hpp>
#include <cstdint>

namespace lab::store {
namespace {

constexpr std::size_t length_size = 8, checksum_size = 4;

std::string little_endian(std::uint64_t number, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 0xFF);
  return text;
}

std::uint64_t number_of(std::string_view little_endian) {
  std::uint64_t number = 0;
  for (std::size_t i = little_endian.size(); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(little_endian[i]);
  }
  return number;
}

/// CRC-32C, turned and moved so that a checksum of data that holds a checksum is none.
std::string checksum(std::string_view data) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(data.data(), data.size());
  const std::uint32_t plain = crc.checksum();
  return little_endian((plain >> 15 | plain << 17) + 0xA282EAD8U, checksum_size);
}

/// The first `size` bytes, if that many are left and their checksum follows; takes both away.
std::optional<std::string_view> take_checked(std::string_view& rest, std::uint64_t size) {
  if (rest.size() < checksum_size || rest.size() - checksum_size < size) return std::nullopt;
  const std::string_view data = rest.substr(0, size);
  if (rest.substr(size, checksum_size) != checksum(data)) return std::nullopt;
  rest.remove_prefix(size + checksum_size);
  return data;
}

}  // namespace

std::string event_record(const std::string& data) {
  const std::string length = little_endian(data.size(), length_size);
  return length + checksum(length) + data + checksum(data);
}

std::optional<std::vector<std::string>> records_in(std::string_view file) {
  std::vector<std::string> records;
  while (!file.empty()) {
    const auto length = take_checked(file, length_size);
    if (!length) return std::nullopt;
    const auto data = take_checked(file, number_of(*length));
    if (!data) return std::nullopt;
    records.emplace_back(*data);
  }
  return records;
}

}  // namespace lab::store
