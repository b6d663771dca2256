#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace model::files {

/// One float32 tensor of a safetensors file, as its header tells it.
struct TensorInfo {
  std::string name;
  std::vector<std::uint64_t> shape;
  std::uint64_t count = 0;   ///< numbers: the product of the shape; 1 for rank 0
  std::uint64_t offset = 0;  ///< first byte, from the start of the data
};

struct SafetensorsHeader {
  std::vector<TensorInfo> tensors;              ///< in the order of their data
  std::map<std::string, std::string> metadata;  ///< without meaning to the format
};

/// The header's text, padded with spaces to a multiple of 8 bytes.
std::string format_header(const SafetensorsHeader& header);

/// Inverse of format_header for any file of float32 tensors whose data takes `data_bytes`. Throws
/// base::Error, beginning with `place` and naming the tensor where there is one, if the text is not
/// what the format demands: JSON of exactly this form, float32, no name twice, and offsets that
/// agree with the shapes and tile the data without hole, overlap or rest. Takes memory in
/// proportion to the text, whatever it says.
SafetensorsHeader parse_header(std::string_view text, std::uint64_t data_bytes,
                               std::string_view place);

/// A name out of a file, fit for a message: quoted, escaped and, if endless, cut.
std::string printable(std::string_view name);

}  // namespace model::files
