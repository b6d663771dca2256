#pragma once
// All kernels in terms of the Lanes of the file that includes this, as one table.
#include "model/arithmetic/kernels_amx_order.h"
#include "model/arithmetic/kernels_layers.h"
#include "model/arithmetic/kernels_pairs.h"
#include "model/arithmetic/kernels_product.h"
#include "model/arithmetic/kernels_softmax.h"
#include "model/arithmetic/kernels_transpose.h"

namespace model::arithmetic {
namespace {

constexpr Arithmetic<float> vector_arithmetic(
    const char* name, void (*amx_product)(const Product<float, Pair>&) = amx_ordered_product) {
  return {name,
          product<float>,
          product<Pair>,
          amx_product,
          pair_in_rows,
          pair_in_columns,
          pack_transposed,
          add_column_sums,
          add_rows,
          layer_norm,
          layer_norm_backward,
          gelu,
          causal_softmax,
          causal_softmax_backward,
          softmax_goes_on,
          softmax_again,
          softmax_backward,
          cross_entropy,
          add_gradients,
          adamw,
          multiply_adds};
}

}  // namespace
}  // namespace model::arithmetic
