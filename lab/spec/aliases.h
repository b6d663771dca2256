#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace lab::spec {

/// What specs call what is called `word` elsewhere, in papers and other trainers: "learning_rate"
/// for "lr", "ROTARY" for "RoPE". Capital letters do not matter. Nothing for other words.
std::optional<std::string> our_name_of(std::string_view word);

}  // namespace lab::spec
