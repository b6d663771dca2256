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

/// Rewrites what google::protobuf::TextFormat says about unknown fields and values, with the
/// nearest name there is; other complaints stay as they are.
Explanation explain(const std::string& complaint);

/// "no field `stepz` in `train` (did you mean `steps`?)": the field elsewhere that is called so,
/// what is called so elsewhere (aliases.h), or the nearest; lists the fields if none is near.
/// `called`: the field that holds the message; where it is empty all that do are named.
std::string no_such_field(const google::protobuf::Descriptor& message, const std::string& name,
                          const std::string& called = "");

}  // namespace lab::spec
