#pragma once
#include <google/protobuf/message.h>

#include <string>

#include "lab/spec/origin.h"

namespace lab::spec {

/// Fields beside each other that say the same in other words, as the schema's `instead_of` pairs
/// them: score.range and score.difficulties. Of two layers (an include, the file, --set) the later
/// wins; one layer that says both is refused where the field is read.

/// Takes the field that says the same as `field` out of `message`, whose path is `path`, and
/// forgets where it was set.
void clear_rival(const google::protobuf::FieldDescriptor& field, const std::string& path,
                 google::protobuf::Message* message, Origins* origins);

/// The same for all that `above` says, in the messages that both have.
void clear_rivals(const google::protobuf::Message& above, const std::string& path,
                  google::protobuf::Message* below, Origins* origins);

}  // namespace lab::spec
