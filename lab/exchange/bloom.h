#pragma once
#include "lab/exchange/public_model.h"

namespace lab::exchange {

/// A model with ALiBi as a BLOOM (Le Scao et al. 2022, 2211.05100), which computes the same logits
/// in a wider stream: see bloom.cpp. Loops are written out. Promise: its positions are ALiBi's, its
/// logit scale is one, its heads a power of two (of others BLOOM has other slopes).
PublicModel bloom(const OwnModel& own);

}  // namespace lab::exchange
