#pragma once
#include "lab/exchange/public_model.h"

namespace lab::exchange {

/// A model whose positions are vectors added to tokens as a GPT-2 (Radford et al. 2019): learned
/// ones as they are, none as rows of zeros, sinusoidal ones as rows of sines. Loops are written
/// out. Promise: its positions are such, its logit scale is one.
PublicModel gpt2(const OwnModel& own);

}  // namespace lab::exchange
