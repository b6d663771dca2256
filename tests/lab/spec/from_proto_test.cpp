#include "lab/spec/from_proto.h"

#include <catch2/catch.hpp>
#include <set>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/spec/run_spec.h"
#include "lab/spec/spec.pb.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using Names = std::set<std::string>;

/// Fields of the schema that no struct has, for a run's spec says them otherwise.
const Names written_out{"lab.proto.Spec.include", "lab.proto.Spec.unset", "lab.proto.Spec.sweep",
                        "lab.proto.Score.range",  "lab.proto.Start.spec", "lab.proto.Start.set"};

Names names_in(const Descriptor& message) {
  Names names;
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    if (!written_out.contains(field.full_name())) names.insert(field.name());
  }
  return names;
}

/// The program's table has the names of the schema's enum, in the same order.
template <typename Enum>
void compare_enum(const EnumDescriptor& schema) {
  INFO(schema.full_name());
  std::vector<std::string> theirs, ours;
  for (int i = 0; i < schema.value_count(); ++i) {
    theirs.push_back(base::small_letters(schema.value(i)->name()));
  }
  for (const std::string_view name : names_of(Enum{})) ours.emplace_back(name);
  CHECK(ours == theirs);
}

template <typename Member>
struct Item {
  using Type = Member;
};
template <typename Value>
struct Item<std::vector<Value>> {
  using Type = Value;
};
template <typename Value>
struct Item<std::optional<Value>> {
  using Type = Value;
};

template <typename Struct>
void compare_struct(const Descriptor& schema);

/// A field of the schema against the member that it is read into.
template <typename Member>
void compare_field(const FieldDescriptor& field, const Member&) {
  using Value = typename Item<Member>::Type;
  INFO(field.full_name());
  CHECK(field.is_repeated() == std::same_as<Member, std::vector<Value>>);
  if constexpr (std::same_as<Value, bool>) {
    CHECK(field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL);
  } else if constexpr (std::is_enum_v<Value>) {
    REQUIRE(field.enum_type() != nullptr);
    compare_enum<Value>(*field.enum_type());
  } else if constexpr (std::unsigned_integral<Value>) {
    CHECK(field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64);
  } else if constexpr (std::integral<Value>) {
    const bool wide = field.cpp_type() == FieldDescriptor::CPPTYPE_INT64;
    CHECK((field.cpp_type() == FieldDescriptor::CPPTYPE_INT32 || wide));
    CHECK((!wide || sizeof(Value) == 8));
  } else if constexpr (std::floating_point<Value>) {
    CHECK(field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE);
  } else if constexpr (std::same_as<Value, std::string>) {
    CHECK(field.cpp_type() == FieldDescriptor::CPPTYPE_STRING);
  } else {
    REQUIRE(field.message_type() != nullptr);
    compare_struct<Value>(*field.message_type());
  }
}

/// The kinds of a oneof against those of a variant; returns the names of the fields it stands for.
template <typename... Kinds>
Names compare_kinds(const Descriptor& schema, const std::string& oneof,
                    const std::variant<Kinds...>&) {
  const auto* kinds = schema.FindOneofByName(oneof);
  REQUIRE(kinds != nullptr);
  CHECK(kinds->field_count() == static_cast<int>(sizeof...(Kinds)));
  Names names;
  const auto compare = [&]<typename Kind>(const Kind& kind) {
    const auto* field = schema.FindFieldByName(std::string(kind_name(kind)));
    INFO(schema.name() << " must have a field `" << kind_name(kind) << "` in " << oneof);
    REQUIRE(field != nullptr);
    CHECK(field->containing_oneof() == kinds);
    names.insert(field->name());
    compare_struct<Kind>(*field->message_type());
  };
  (compare(Kinds{}), ...);
  return names;
}

template <typename... Kinds>
void add_field(const Descriptor& schema, const std::string& name,
               const std::variant<Kinds...>& member, Names* seen) {
  seen->merge(compare_kinds(schema, name, member));
}

template <typename Member>
void add_field(const Descriptor& schema, const std::string& name, const Member& member,
               Names* seen) {
  const auto* field = schema.FindFieldByName(name);
  INFO(schema.full_name() << "." << name);
  REQUIRE(field != nullptr);
  CHECK(seen->insert(name).second);
  compare_field(*field, member);
}

/// Every field of the message is read by a member, and every member by a field.
template <typename Struct>
void compare_struct(const Descriptor& schema) {
  Struct plain;
  Names seen;
  each_field(plain, [&](std::string_view name, const auto& member) {
    add_field(schema, std::string(name), member, &seen);
  });
  INFO(schema.full_name());
  CHECK(seen == names_in(schema));
}

}  // namespace

TEST_CASE("schema and structs have the same fields, of the same types, and the same enumerators") {
  compare_struct<lab::spec::RunSpec>(*lab::proto::Spec::descriptor());
  compare_struct<lab::spec::plan::SweepSearch>(*lab::proto::Search::descriptor());
  compare_struct<lab::spec::plan::MedianStopping>(*lab::proto::MedianStopping::descriptor());
}

TEST_CASE("a struct is filled from a message, by the schema's defaults where nothing is set") {
  lab::proto::Scan scan;
  scan.set_split(lab::proto::Scan::ADD_JUMP);
  scan.set_world_seed(~std::uint64_t{0});
  const auto config = lab::spec::from_proto<tasks::scan::ScanConfig>(scan).world;
  CHECK(config.rule.split == tasks::scan::ScanSplit::add_jump);
  CHECK(config.world_seed == ~std::uint64_t{0});
  CHECK(config.validate_items == 1000);
  CHECK_FALSE(config.rule.max_actions.has_value());
  scan.set_max_actions(7);
  CHECK(lab::spec::from_proto<tasks::scan::ScanConfig>(scan).world.rule.max_actions == 7);
}

TEST_CASE("the task of a part is of the kind that is set") {
  lab::proto::Part part;
  part.mutable_plan_check()->set_names(9);
  part.set_weight(0.5);
  const auto plain = lab::spec::from_proto<lab::spec::MixturePart>(part);
  CHECK(std::get<tasks::blocksworld::PlanCheckConfig>(plain.task).blocks.names == 9);
  CHECK(plain.weight == 0.5);
  CHECK(plain.difficulty == tasks::Range{1, 20});
}
