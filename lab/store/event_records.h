#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::store {

/// A record of an event file (TensorFlow's TFRecord): length, data, and a checksum of each.
std::string event_record(const std::string& data);

/// The data of all records of a file, or nothing if it does not end with a whole one, or if a
/// checksum says that one is damaged.
std::optional<std::vector<std::string>> records_in(std::string_view file);

}  // namespace lab::store
