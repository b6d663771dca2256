#pragma once
#include <google/protobuf/message.h>

#include <string>

namespace lab {

/// Shortest decimal that reads back as the same number: "0.001", "1e-05", "20".
std::string shortest(double number);

/// The same for people: whole numbers without exponent, "1000000".
std::string readable(double number);

/// The value of a field that is no message, or its default; a list as "[a, b]".
std::string value_text(const google::protobuf::Message& message,
                       const google::protobuf::FieldDescriptor& field);

/// The name of an enumerator or a type as the rest of the program writes it: "type_0" of "TYPE_0".
std::string small_letters(std::string name);

/// The fields set in `message` as protobuf text: sorted by name, one way to write each value. The
/// text decides fingerprints, so it must never change for a given message.
std::string sorted_text(const google::protobuf::Message& message);

}  // namespace lab
