#pragma once
#include <google/protobuf/message.h>

#include <map>
#include <string>

namespace lab::spec {

/// Shortest decimal that reads back as the same number: "0.001", "1e-05", "20".
std::string shortest(double number);

/// The same for people: whole numbers without exponent, "1000000".
std::string readable(double number);

/// The value of a field that is no message, or its default; a list as "[a, b]".
std::string value_text(const google::protobuf::Message& message,
                       const google::protobuf::FieldDescriptor& field);

/// The fields set in `message` as protobuf text: sorted by name, one way to write each value. The
/// text decides fingerprints, so it must never change for a given message.
std::string sorted_text(const google::protobuf::Message& message);

/// What the fields that are set in a spec say, by path: {"hint[0].weight": "2"}; texts in quotes,
/// as a spec has them.
std::map<std::string, std::string> written_fields(const google::protobuf::Message& spec);

/// The same of every field of a run's spec that is set or has a default; texts without quotes.
/// Fields of tasks and hints that are not there have no value.
std::map<std::string, std::string> all_fields(const google::protobuf::Message& spec);

/// Whether a run's spec says it otherwise: includes, sweeps, ranges and the spec of a start
/// are written out in it.
bool is_written_out(const google::protobuf::FieldDescriptor& field);

}  // namespace lab::spec
