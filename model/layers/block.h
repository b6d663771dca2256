#pragma once
#include "model/layers/block_call.h"

namespace model::layers {

/// Reads trace.input (N x C), fills the trace, writes output (Q x C), which may be trace.input
/// where all rows ask.
template <typename Real>
void block_forward(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                   AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output);

/// The stages of block_forward, in this order, for who reads or changes what is named on the right
/// of an arrow before the stage that reads it. Together they leave the bits that block_forward
/// does.
///
/// input -> normed1
template <typename Real>
void block_enter(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// normed1 -> query, key_value
template <typename Real>
void block_project(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// query, key_value -> weights, mixed
template <typename Real>
void block_attend(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch);
/// weights, key_value -> mixed, of one head of one text whose kept weights were changed.
template <typename Real>
void block_attend_again(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                        arithmetic::Index sequence, arithmetic::Index head);
/// input, mixed -> middle
template <typename Real>
void block_mix(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// middle -> normed2
template <typename Real>
void block_enter_mlp(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// normed2 -> hidden, before GELU
template <typename Real>
void block_expand(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// hidden -> active, and hidden becomes GELU's derivative
template <typename Real>
void block_activate(const BlockCall<Real>& call, BlockTrace<Real>& trace);
/// middle, active -> output (Q x C)
template <typename Real>
void block_contract(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                    arithmetic::Matrix<Real>& output);

/// One more row for each text that has a query, its last row, with all earlier keys and values in
/// `cache`; trace.input holds the streams of these rows (Q x C), call.batch says where each text
/// lies in the cache, and its position ids. Appends the rows' keys and values to the cache.
template <typename Real>
void block_extend(const BlockCall<Real>& call, KeyValueCache<Real>& cache, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output);

/// scratch.dstream: on entry the gradient at the output (Q x C), on return at the input (N x C).
/// gradient +=.
template <typename Real>
void block_backward(const BlockCall<Real>& call, const BlockTrace<Real>& trace,
                    BlockScratch<Real>& scratch, Flat<Real>& gradient);

}  // namespace model::layers
