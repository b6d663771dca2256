#pragma once
#include "lab/exchange/public_model.h"

namespace lab::exchange {

/// A model with rotary positions as a GPT-NeoX (Black et al. 2022, 2204.06745) whose heads are
/// turned in whole and whose blocks are not parallel: the same numbers, in another order. Loops are
/// written out. Promise: its positions are rotary, its logit scale is one.
PublicModel gpt_neox(const OwnModel& own);

}  // namespace lab::exchange
