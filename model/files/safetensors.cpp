#include "model/files/safetensors.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

constexpr std::uint64_t length_bytes = sizeof(std::uint64_t);
constexpr std::uint64_t longest_header = 100'000'000;  // as the public library has it

/// CRC-32 (ISO 3309) of bytes that come in pieces.
class Checksum {
 public:
  void add(const float* values, std::uint64_t count) {
    if (count == 0) return;  // zlib takes a null pointer for a wish to start anew
    value_ = crc32_z(value_, reinterpret_cast<const Bytef*>(values), count * sizeof(float));
  }

  std::string text() const {
    std::string digits(8, '0');
    for (std::size_t i = 0; i < 8; ++i) digits[i] = "0123456789abcdef"[value_ >> (28 - 4 * i) & 15];
    return "crc32:" + digits;
  }

 private:
  uLong value_ = 0;
};

std::uint64_t size_of(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  base::require(fs::exists(status), file.string(), ": cannot read: no such file");
  base::require(fs::is_regular_file(status), file.string(), ": cannot read: not a regular file");
  const std::uint64_t size = fs::file_size(file, error);
  base::require(!error, file.string(), ": cannot read: ", error.message());
  return size;
}

}  // namespace

std::string safetensors(std::vector<TensorValues> tensors,
                        std::map<std::string, std::string> metadata) {
  std::ranges::sort(tensors, {}, &TensorValues::name);
  SafetensorsHeader header;
  Checksum checksum;
  std::uint64_t data_bytes = 0;
  for (TensorValues& tensor : tensors) {
    std::uint64_t count = 1;
    for (const std::uint64_t size : tensor.shape) count *= size;
    base::promise(count == tensor.values.size(), "a tensor has as many values as its shape says");
    checksum.add(tensor.values.data(), count);
    header.tensors.push_back({tensor.name, std::move(tensor.shape), count, data_bytes});
    data_bytes += count * sizeof(float);
  }
  header.metadata = std::move(metadata);
  header.metadata[checksum_key] = checksum.text();
  const std::string text = format_header(header);

  std::string bytes;
  bytes.reserve(length_bytes + text.size() + data_bytes);
  const std::uint64_t length = text.size();
  bytes.append(reinterpret_cast<const char*>(&length), length_bytes);
  bytes.append(text);
  for (const TensorValues& tensor : tensors) {
    bytes.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size_bytes());
  }
  return bytes;
}

SafetensorsFile::SafetensorsFile(const fs::path& file) : path_(file) {
  const std::string place = file.string();
  const std::uint64_t size = size_of(file);  // first: to open a pipe would wait for its writer
  stream_.open(file, std::ios::binary);
  base::require(stream_.is_open(), place, ": cannot read: ", std::strerror(errno));
  base::require(size >= length_bytes, place, ": truncated: ", size, " bytes are no tensor file");
  std::uint64_t length = 0;
  stream_.read(reinterpret_cast<char*>(&length), length_bytes);
  base::require(stream_.good(), place, ": cannot read its first bytes");
  base::require(length <= size - length_bytes, place, ": truncated or no tensor file: a header of ",
                length, " bytes in a file of ", size);
  base::require(length <= longest_header, place, ": header of ", length, " bytes, at most ",
                longest_header, " are allowed");
  data_start_ = length_bytes + length;
  std::string text(length, '\0');
  stream_.read(text.data(), static_cast<std::streamsize>(length));
  base::require(stream_.good(), place, ": cannot read its header");
  header_ = parse_header(text, size - data_start_, place);
}

const std::string& SafetensorsFile::metadata(const std::string& key) const {
  const auto found = header_.metadata.find(key);
  base::require(found != header_.metadata.end(), path_.string(), ": no ", printable(key),
                " in its metadata");
  return found->second;
}

void SafetensorsFile::read(std::span<float* const> targets) {
  base::promise(targets.size() == tensors().size(), "a target for each tensor");
  stream_.seekg(static_cast<std::streamoff>(data_start_));
  Checksum checksum;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const TensorInfo& tensor = tensors()[i];
    const auto bytes = static_cast<std::streamsize>(tensor.count * sizeof(float));
    stream_.read(reinterpret_cast<char*>(targets[i]), bytes);
    base::require(stream_.good(), path_.string(), ": tensor ", printable(tensor.name),
                  ": cannot read its data");
    checksum.add(targets[i], tensor.count);
  }
  if (!has_metadata(checksum_key)) return;
  base::require(metadata(checksum_key) == checksum.text(), path_.string(),
                ": corrupt: wanted checksum ", printable(metadata(checksum_key)), ", found ",
                printable(checksum.text()));
}

}  // namespace model::files
