#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/arithmetic/arithmetic.h"
#include "tasks/vocabulary.h"

namespace lab::exchange {

/// A vocabulary as a tokenizer of Hugging Face's transformers, by names of files: words between
/// white space are tokens, as `lab` writes them. The token that ends an answer is also what it
/// begins with where a program insists on a beginning, what it pads with (on the left, so that a
/// batch goes on where its texts end) and what unknown words become: there is no other token.
std::vector<std::pair<std::string, nlohmann::ordered_json>> tokenizer_files(
    const tasks::Vocabulary& vocabulary, model::arithmetic::Index longest_text);

}  // namespace lab::exchange
