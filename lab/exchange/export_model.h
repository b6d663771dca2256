#pragma once
#include <filesystem>
#include <string>

#include "lab/train/trained_run.h"

namespace lab::exchange {

/// What a model may be written as.
enum class PublicKind {
  any,   ///< whichever holds it
  gpt2,  ///< a GPT-2 or nothing
};

/// Writes a run as a model that Hugging Face's transformers loads: config.json, model.safetensors
/// and a tokenizer's files. A GPT-2 where positions are added to tokens, or there are none; a
/// GPT-NeoX where they are rotary; a BLOOM, of a somewhat larger width, where they are ALiBi's. The
/// weights are those that are scored; logits are the same to rounding. Returns what was written: "a
/// GPT-NeoX". Throws base::Error naming the field of the spec that no such model holds (a logit
/// scale, bfloat16 products, ALiBi over heads that are no power of two), or that `kind` does not,
/// or the folder if it holds something else or cannot be written.
std::string export_model(const train::TrainedRun& run, const std::filesystem::path& folder,
                         PublicKind kind);

}  // namespace lab::exchange
