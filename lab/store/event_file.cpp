#include "lab/store/event_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <boost/crc.hpp>
#include <chrono>

#include "base/error.h"
#include "lab/store/events.pb.h"
#include "lab/store/holder.h"

namespace lab::store {
namespace {

constexpr const char* beginning = "events.out.tfevents.";

double seconds_since_1970() {
  return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string little_endian(std::uint64_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 0xFF);
  return text;
}

/// CRC-32C, turned and moved so that a checksum of data that holds a checksum is none.
std::string checksum(const std::string& data) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(data.data(), data.size());
  const std::uint32_t plain = crc.checksum();
  return little_endian((plain >> 15 | plain << 17) + 0xA282EAD8U, 4);
}

/// A record of the file: length, data, and a checksum of each.
std::string record(const std::string& data) {
  const std::string length = little_endian(data.size(), 8);
  return length + checksum(length) + data + checksum(data);
}

std::string record_of(const StepValues& values) {
  proto::Event event;
  event.set_wall_time(seconds_since_1970());
  event.set_step(values.step);
  for (const auto& [tag, number] : values.values) {
    proto::Summary::Value* value = event.mutable_summary()->add_value();
    value->set_tag(tag);
    value->set_simple_value(static_cast<float>(number));
  }
  return record(event.SerializeAsString());
}

void remove_older(const std::filesystem::path& folder, const std::filesystem::path& newest) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const bool ours = entry.path().filename().string().starts_with(beginning);
    if (ours && entry.path() != newest) std::filesystem::remove(entry.path(), ignored);
  }
}

}  // namespace

EventFile::EventFile(const Claim& claim, std::span<const StepValues> before)
    : file_(claim.folder() / fmt::format("{}{}.{}.{}.0", beginning,
                                         static_cast<std::int64_t>(seconds_since_1970()),
                                         host_name(), getpid())) {
  proto::Event first;
  first.set_wall_time(seconds_since_1970());
  first.set_file_version("brain.Event:2");
  std::string text = record(first.SerializeAsString());
  for (const StepValues& values : before) text += record_of(values);
  stream_.open(file_, std::ios::binary | std::ios::trunc);
  write(text);
  remove_older(claim.folder(), file_);
}

void EventFile::add(const StepValues& values) { write(record_of(values)); }

void EventFile::write(const std::string& records) {
  stream_ << records << std::flush;
  base::require(stream_.good(), file_.string(), ": cannot write");
}

}  // namespace lab::store
