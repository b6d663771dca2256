#pragma once
#include <filesystem>
#include <fstream>
#include <span>

#include "model/files/safetensors_header.h"

/// Files of named float32 tensors in the safetensors format (huggingface/safetensors, README
/// "Format"): 8 bytes of header length, a JSON header, the numbers, all little-endian.
namespace model::files {

/// The key of the metadata under which files of ours carry the CRC-32 of their data.
inline constexpr const char* checksum_key = "checksum";

/// A tensor to write. `values` is borrowed.
struct TensorValues {
  std::string name;
  std::vector<std::uint64_t> shape;
  std::span<const float> values;
};

/// The bytes of a file with these tensors, in the public library's order (by name), so that a file
/// it has rewritten keeps its checksum. Adds the checksum to the metadata.
/// Promise: names differ; values are as many as the shape says.
std::string safetensors(std::vector<TensorValues> tensors,
                        std::map<std::string, std::string> metadata);

/// An open file whose header has been read and found sound.
class SafetensorsFile {
 public:
  /// Throws base::Error naming the file, and the tensor where there is one, if the file is missing,
  /// truncated, longer than its tensors, or not as the format demands (see parse_header).
  explicit SafetensorsFile(const std::filesystem::path& file);

  const std::filesystem::path& path() const { return path_; }
  const std::vector<TensorInfo>& tensors() const { return header_.tensors; }  ///< as stored

  /// Throws base::Error if there is no such entry.
  const std::string& metadata(const std::string& key) const;
  bool has_metadata(const std::string& key) const { return header_.metadata.contains(key); }

  /// Reads the data: tensor i to targets[i], which has room for its count. Throws base::Error if
  /// the file has become shorter or its numbers are not those of its checksum (if it has one).
  /// Promise: a target for each tensor.
  void read(std::span<float* const> targets);

 private:
  std::filesystem::path path_;
  std::ifstream stream_;
  std::uint64_t data_start_ = 0;  ///< first byte after the header
  SafetensorsHeader header_;
};

}  // namespace model::files
