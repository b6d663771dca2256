#pragma once
#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace lab::spec {

/// A parser's complaint in the words of a spec.
struct Explanation {
  std::string text;
  std::string
      word;  ///< the name in the text that the complaint is about; empty if it is about none
};

/// Rewrites what google::protobuf::TextFormat says about unknown fields and enum values, with the
/// nearest name there is; other complaints stay as they are.
Explanation explain(const std::string& complaint);

/// "no field `stepz` in `train` (did you mean `steps`?)"; lists the fields if none is near.
std::string no_such_field(const google::protobuf::Descriptor& message, const std::string& name);

}  // namespace lab::spec
