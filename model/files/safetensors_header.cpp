#include "model/files/safetensors_header.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/error.h"

namespace model::files {
namespace {

using Json = nlohmann::json;

constexpr std::string_view metadata_name = "__metadata__";
constexpr std::size_t most_dimensions = 8;

/// The product of the shape, if it and its bytes fit 64 bits.
std::optional<std::uint64_t> count_of(const std::vector<std::uint64_t>& shape) {
  std::uint64_t count = 1;
  for (const std::uint64_t size : shape) {
    if (size > 0 && count > std::numeric_limits<std::uint64_t>::max() / sizeof(float) / size) {
      return std::nullopt;
    }
    count *= size;
  }
  return count;
}

/// Reads the header event by event and stops at the first that does not belong: no tree is built,
/// so a hostile text costs no more than its length.
class HeaderReader final : public nlohmann::json_sax<Json> {
 public:
  explicit HeaderReader(std::string_view place) : place_(place) {}

  SafetensorsHeader take() { return std::move(header_); }

  bool start_object(std::size_t) override {
    if (inside_ == Inside::nothing) return enter(Inside::names);
    if (inside_ != Inside::names) fail("found an object");
    claim_name();
    if (name_ == metadata_name) return enter(Inside::metadata);
    dtype_seen_ = false;
    shape_.reset();
    offsets_.reset();
    return enter(Inside::tensor);
  }

  bool end_object() override {
    if (inside_ == Inside::tensor) add_tensor();
    return enter(inside_ == Inside::names ? Inside::nothing : Inside::names);
  }

  bool start_array(std::size_t) override {
    const bool shape = inside_ == Inside::tensor && field_ == "shape" && !shape_;
    const bool offsets = inside_ == Inside::tensor && field_ == "data_offsets" && !offsets_;
    if (!shape && !offsets) fail("found an array");
    (shape ? shape_ : offsets_).emplace();
    return enter(shape ? Inside::shape : Inside::offsets);
  }

  bool end_array() override { return enter(Inside::tensor); }

  bool key(std::string& text) override {
    (inside_ == Inside::names ? name_ : field_) = text;
    return true;
  }

  bool string(std::string& text) override {
    if (inside_ == Inside::metadata) {
      if (!header_.metadata.emplace(field_, text).second) fail("found it twice");
      return true;
    }
    if (inside_ != Inside::tensor || field_ != "dtype" || dtype_seen_) fail("found a string");
    if (text != "F32") fail(base::concat("wanted \"F32\", found ", printable(text)));
    dtype_seen_ = true;
    return true;
  }

  bool number_unsigned(number_unsigned_t number) override {
    if (inside_ != Inside::shape && inside_ != Inside::offsets) fail("found a number");
    auto& list = inside_ == Inside::shape ? *shape_ : *offsets_;
    if (list.size() == (inside_ == Inside::shape ? most_dimensions : 2)) fail("too many numbers");
    list.push_back(number);
    return true;
  }

  bool null() override { fail("found null"); }
  bool boolean(bool) override { fail("found a boolean"); }
  bool number_integer(number_integer_t) override { fail("found a negative number"); }
  bool number_float(number_float_t, const std::string&) override {
    fail("found a number that is not whole or too large");
  }
  bool binary(binary_t&) override { fail("found binary data"); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    throw base::Error(
        base::concat(place_, ": header: not valid JSON at byte ", position, " of it"));
  }

 private:
  enum class Inside { nothing, names, metadata, tensor, shape, offsets };

  bool enter(Inside inside) {
    inside_ = inside;
    return true;
  }

  [[noreturn]] void fail(std::string_view found) const {
    std::string where;
    if (inside_ != Inside::nothing) where += ": tensor " + printable(name_);
    if (inside_ > Inside::names) where += ": " + printable(field_);
    throw base::Error(base::concat(place_, where, ": ", found));
  }

  void claim_name() {
    if (!names_.insert(name_).second) fail("found it twice");
  }

  void add_tensor() {
    field_ = dtype_seen_ ? shape_ ? "data_offsets" : "shape" : "dtype";
    if (!dtype_seen_ || !shape_ || !offsets_ || offsets_->size() != 2) fail("missing");
    const std::optional<std::uint64_t> count = count_of(*shape_);
    const std::uint64_t begin = (*offsets_)[0], end = (*offsets_)[1];
    if (!count || begin > end || end - begin != *count * sizeof(float)) {
      fail(base::concat("offsets ", begin, " to ", end, " do not agree with the shape"));
    }
    header_.tensors.push_back({name_, std::move(*shape_), *count, begin});
  }

  std::string place_;
  SafetensorsHeader header_;
  std::unordered_set<std::string> names_;
  Inside inside_ = Inside::nothing;
  std::string name_, field_;  // the keys last read, outer and inner
  bool dtype_seen_ = false;
  std::optional<std::vector<std::uint64_t>> shape_, offsets_;
};

void require_tiling(const std::vector<TensorInfo>& tensors, std::uint64_t data_bytes,
                    std::string_view place) {
  std::uint64_t end = 0;
  for (const TensorInfo& tensor : tensors) {
    base::require(tensor.offset == end, place, ": tensor ", printable(tensor.name),
                  ": wanted its data at byte ", end, ", found it at ", tensor.offset);
    end += tensor.count * sizeof(float);  // cannot overflow: the offset is what came before
    base::require(end <= data_bytes, place, ": tensor ", printable(tensor.name),
                  ": truncated: its data ends at byte ", end, " of ", data_bytes);
  }
  base::require(end == data_bytes, place, ": ", data_bytes - end, " bytes too many at the end");
}

}  // namespace

std::string format_header(const SafetensorsHeader& header) {
  nlohmann::ordered_json json;
  json[std::string(metadata_name)] = header.metadata;
  for (const TensorInfo& tensor : header.tensors) {
    const std::uint64_t end = tensor.offset + tensor.count * sizeof(float);
    json[tensor.name] = {
        {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {tensor.offset, end}}};
  }
  std::string text = json.dump();
  text.append((8 - text.size() % 8) % 8, ' ');
  return text;
}

SafetensorsHeader parse_header(std::string_view text, std::uint64_t data_bytes,
                               std::string_view place) {
  base::require(text.starts_with('{'), place, ": header: wanted {, found something else");
  // The JSON library takes a zero byte for the end.
  base::require(text.find('\0') == text.npos, place, ": header: zero bytes in it");
  HeaderReader reader(place);
  Json::sax_parse(text, &reader);
  SafetensorsHeader header = reader.take();
  // Empty tensors come before what begins at the same byte.
  std::ranges::sort(header.tensors, {},
                    [](const TensorInfo& t) { return std::pair(t.offset, t.count); });
  require_tiling(header.tensors, data_bytes, place);
  return header;
}

std::string printable(std::string_view name) {
  constexpr std::size_t longest = 100;
  const bool ascii = true;
  std::string text = Json(std::string(name.substr(0, longest)))
                         .dump(-1, ' ', ascii, Json::error_handler_t::replace);
  return name.size() > longest ? text + "..." : text;
}

}  // namespace model::files
