#pragma once
#include <filesystem>

#include "lab/train/trained_run.h"

namespace lab::exchange {

/// Writes a run as a GPT-2 that Hugging Face's transformers loads: config.json, model.safetensors,
/// tokenizer.json (a word for each token), tokenizer_config.json. The weights are those that are
/// scored; logits are the same to rounding. Learned positions fit as they are, no positions as rows
/// of zeros, sinusoidal ones as rows of sines; loops are written out. Throws base::Error naming the
/// field of the spec that does not fit (rotary or ALiBi positions, a logit scale, bfloat16
/// products), or the folder if it holds something else or cannot be written.
void export_gpt2(const train::TrainedRun& run, const std::filesystem::path& folder);

}  // namespace lab::exchange
