#include "lab/store/event_file.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"
#include "base/text.h"
#include "lab/store/event_folder.h"
#include "lab/store/event_records.h"
#include "lab/store/events.pb.h"
#include "lab/store/run_folder.h"

namespace lab::store {
namespace {

constexpr const char* text_tag = "spec";  // the last of what comes before the curves

double seconds_since_1970() {
  return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

proto::Event event_at(std::int64_t step) {
  proto::Event event;
  event.set_wall_time(seconds_since_1970());
  event.set_step(step);
  return event;
}

std::string record_of(const proto::Event& event) { return event_record(event.SerializeAsString()); }

std::string record_of(const StepValues& values) {
  proto::Event event = event_at(values.step);
  for (const auto& [tag, number] : values.values) {
    proto::Summary::Value* value = event.mutable_summary()->add_value();
    value->set_tag(tag);
    value->set_simple_value(static_cast<float>(number));
  }
  return record_of(event);
}

std::string record_of_version() {
  proto::Event event = event_at(0);
  event.set_file_version("brain.Event:2");
  return record_of(event);
}

/// Readers forget what they have of this step and later ones.
std::string record_of_start(std::int64_t step) {
  proto::Event event = event_at(step);
  event.mutable_session_log()->set_status(proto::SessionLog::START);
  return record_of(event);
}

proto::Summary::Value* add_value(const char* tag, const char* plugin, proto::Event* event) {
  proto::Summary::Value* value = event->mutable_summary()->add_value();
  value->set_tag(tag);
  value->mutable_metadata()->mutable_plugin_data()->set_plugin_name(plugin);
  value->mutable_metadata()->set_data_class(proto::SummaryMetadata::DATA_CLASS_TENSOR);
  return value;
}

/// What the HParams tab reads lies in the value's metadata; the value itself is nothing.
std::string record_of(const char* tag, std::int64_t step, const proto::HParamsPluginData& data) {
  proto::Event event = event_at(step);
  proto::Summary::Value* value = add_value(tag, "hparams", &event);
  value->mutable_metadata()->mutable_plugin_data()->set_content(data.SerializeAsString());
  value->mutable_tensor()->set_dtype(proto::Tensor::TYPE_FLOAT);
  value->mutable_tensor()->mutable_tensor_shape()->add_dim()->set_size(0);
  return record_of(event);
}

/// A number where the field is one, as far as a double holds it.
google::protobuf::Value hyperparameter(const std::string& text) {
  constexpr double whole_numbers_end = 9007199254740992;  // 2^53
  google::protobuf::Value value;
  const std::optional<double> number = base::number_in<double>(text);
  if (number && std::abs(*number) <= whole_numbers_end) {
    value.set_number_value(*number);
  } else if (text == "true" || text == "false") {
    value.set_bool_value(text == "true");
  } else {
    value.set_string_value(text);
  }
  return value;
}

std::string record_of_hyperparameters(const spec::Spec& spec) {
  proto::HParamsPluginData data;
  proto::SessionStartInfo& info = *data.mutable_session_start_info();
  info.set_start_time_secs(seconds_since_1970());
  for (const auto& [path, text] : spec.filled) {
    if (path != "name") (*info.mutable_hparams())[path] = hyperparameter(text);
  }
  return record_of("_hparams_/session_start_info", 0, data);
}

/// TensorBoard shows Markdown: indented as it is.
std::string record_of_text(const spec::Spec& spec) {
  std::string markdown;
  for (const std::string& line : base::split(spec.run.text, '\n')) markdown += "    " + line + '\n';
  proto::Event event = event_at(0);
  proto::Tensor* tensor = add_value(text_tag, "text", &event)->mutable_tensor();
  tensor->set_dtype(proto::Tensor::TYPE_STRING);
  tensor->mutable_tensor_shape();
  tensor->add_string_val(markdown);
  return record_of(event);
}

/// One number of a curve.
struct Point {
  std::int64_t step = 0;
  std::string tag;
  bool operator==(const Point&) const = default;
};

std::vector<Point> points_of(std::span<const StepValues> all) {
  std::vector<Point> points;
  for (const StepValues& values : all) {
    for (const auto& [tag, number] : values.values) points.push_back({values.step, tag});
  }
  return points;
}

/// What readers have of a file's curves, or nothing if it cannot be gone on with.
std::optional<std::vector<Point>> points_in(const std::filesystem::path& file) {
  const auto records = records_in(base::read_file(file));
  if (!records) return std::nullopt;
  std::vector<Point> points;
  bool begun = false;
  for (const std::string& record : *records) {
    proto::Event event;
    if (!event.ParseFromString(record)) return std::nullopt;
    if (event.session_log().status() == proto::SessionLog::START) {
      std::erase_if(points, [&](const Point& point) { return point.step >= event.step(); });
    }
    for (const auto& value : event.summary().value()) {
      begun = begun || value.tag() == text_tag;
      if (value.has_simple_value()) points.push_back({event.step(), value.tag()});
    }
  }
  if (!begun) return std::nullopt;
  return points;
}

/// The first step of which readers have something else than is wanted, or the one after the last.
std::int64_t first_different_step(std::span<const Point> had, std::span<const Point> wanted) {
  const auto [a, b] = std::ranges::mismatch(had, wanted);
  if (a != had.end() && b != wanted.end()) return std::min(a->step, b->step);
  if (a != had.end()) return a->step;
  if (b != wanted.end()) return b->step;
  return wanted.empty() ? 1 : wanted.back().step + 1;
}

std::string records_from(std::int64_t step, std::span<const StepValues> all) {
  std::string text;
  for (const StepValues& values : all) {
    if (values.step >= step) text += record_of(values);
  }
  return text;
}

}  // namespace

EventFile::EventFile(const Claim& claim, const spec::RunSpec& spec,
                     std::span<const StepValues> before)
    : claim_(claim) {
  const std::filesystem::path folder = event_folder(claim.folder(), spec);
  const auto files = event_files_in(folder, claim.folder());
  const auto had = files.empty() ? std::nullopt : points_in(files.back());
  file_ = had ? files.back() : next_event_file(folder, claim.folder());
  stream_.open(file_, std::ios::binary | std::ios::app);
  if (had) {
    const std::int64_t step = first_different_step(*had, points_of(before));
    write(record_of_start(step) + records_from(step, before));
  } else {
    const spec::Spec written = spec_in(claim.folder());
    write(record_of_version() + record_of_start(0) + record_of_hyperparameters(written) +
          record_of_text(written) + records_from(0, before));
  }
}

void EventFile::add(const StepValues& values) { write(record_of(values)); }

void EventFile::finish(std::int64_t step) {
  proto::HParamsPluginData data;
  data.mutable_session_end_info()->set_status(proto::SessionEndInfo::STATUS_SUCCESS);
  data.mutable_session_end_info()->set_end_time_secs(seconds_since_1970());
  write(record_of("_hparams_/session_end_info", step, data));
}

void EventFile::write(const std::string& records) {
  claim_.folder();  // throws if it is no longer ours to write
  stream_ << records << std::flush;
  base::require(stream_.good(), file_.string(), ": cannot write");
}

}  // namespace lab::store
