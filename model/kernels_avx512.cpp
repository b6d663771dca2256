#include "model/lanes_avx512.h"
//
#include "model/kernels_layers.h"
#include "model/kernels_product.h"

namespace model {

const Arithmetic<float> avx512_arithmetic{"avx512",
                                          product,
                                          add_column_sums,
                                          layer_norm,
                                          layer_norm_backward,
                                          gelu,
                                          gelu_backward,
                                          causal_softmax,
                                          causal_softmax_backward,
                                          cross_entropy,
                                          add_lanes,
                                          adamw,
                                          multiply_adds};

}  // namespace model
