#pragma once
#include <google/protobuf/message.h>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace lab::spec {

/// Plain structs from messages of the schema. A struct names its fields once, beside itself:
///   template <typename Visit> void each_field(ParityConfig& config, const Visit& visit) {
///     visit("max_bits", config.max_bits);
///   }
/// and the member's type says how the field is read: a number, a bool or text as it is; an enum by
/// its table, names_of(Enum); a struct from the message in the field; a vector from a list; an
/// optional as nothing where the field is not set; a variant from the oneof of that name, where
/// kind_name(struct) is the field's name. That schema and structs agree is tested.

/// The field of this name. Promise: the message has one.
const google::protobuf::FieldDescriptor& field_named(const google::protobuf::Message& message,
                                                     std::string_view name);

/// The one that is set of a oneof. Promise: the message has the oneof, and one is set.
const google::protobuf::FieldDescriptor& chosen_field(const google::protobuf::Message& message,
                                                      std::string_view oneof);

/// A field's value, set or its default, or item `index` of a list.
struct FieldValue {
  const google::protobuf::Message& message;
  const google::protobuf::FieldDescriptor& field;
  int index = -1;  ///< -1: no list

  std::int64_t whole() const;  ///< of any whole number; of unsigned ones the same 64 bits
  double number() const;
  bool truth() const;
  std::string text() const;
  std::string enumerator() const;  ///< its name in the schema: "ROTARY"
  const google::protobuf::Message& block() const;
};

/// The enumerator whose name, in the schema's capitals, is `name`. Promise: the table has it.
template <typename Enum>
Enum enum_named(std::string_view name) {
  const auto names = names_of(Enum{});
  const auto found = std::ranges::find(names, base::small_letters(name));
  base::promise(found != names.end(), "the table of an enum has every name of the schema's");
  return static_cast<Enum>(found - names.begin());
}

template <typename Struct>
Struct from_proto(const google::protobuf::Message& message);

/// See above: by the type of the member.
template <typename Member>
Member value_of(const FieldValue& value) {
  if constexpr (std::same_as<Member, bool>) {
    return value.truth();
  } else if constexpr (std::is_enum_v<Member>) {
    return enum_named<Member>(value.enumerator());
  } else if constexpr (std::integral<Member>) {
    return static_cast<Member>(value.whole());
  } else if constexpr (std::floating_point<Member>) {
    return value.number();
  } else if constexpr (std::same_as<Member, std::string>) {
    return value.text();
  } else {
    return from_proto<Member>(value.block());
  }
}

template <typename Member>
void read_field(const google::protobuf::Message& message, std::string_view name, Member& member) {
  member = value_of<Member>({message, field_named(message, name)});
}

template <typename Item>
void read_field(const google::protobuf::Message& message, std::string_view name,
                std::optional<Item>& member) {
  const auto& field = field_named(message, name);
  member.reset();
  if (message.GetReflection()->HasField(message, &field)) member = value_of<Item>({message, field});
}

template <typename Item>
void read_field(const google::protobuf::Message& message, std::string_view name,
                std::vector<Item>& member) {
  const auto& field = field_named(message, name);
  member.clear();
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    member.push_back(value_of<Item>({message, field, i}));
  }
}

template <typename... Kinds>
void read_field(const google::protobuf::Message& message, std::string_view name,
                std::variant<Kinds...>& member) {
  const auto& field = chosen_field(message, name);
  const auto read_if_chosen = [&]<typename Kind>(const Kind& kind) {
    if (kind_name(kind) != field.name()) return false;
    member = value_of<Kind>({message, field});
    return true;
  };
  const bool known = (read_if_chosen(Kinds{}) || ...);
  base::promise(known, "every kind of the schema is a kind of the program");
}

/// The struct that `message` describes; fields that are not set have the schema's defaults.
template <typename Struct>
Struct from_proto(const google::protobuf::Message& message) {
  Struct result;
  each_field(result,
             [&](std::string_view name, auto& member) { read_field(message, name, member); });
  return result;
}

}  // namespace lab::spec
