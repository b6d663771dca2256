#pragma once
#include <span>
#include <vector>

#include "model/layers/attention.h"
#include "model/layers/linear.h"
#include "model/layers/packed.h"
#include "model/layers/parameters.h"

namespace model::layers {

/// What forward leaves for backward, and for probes to read. Q = N, or M in the last block.
template <typename Real>
struct BlockTrace {
  arithmetic::Matrix<Real> input;      ///< N x C  the stream on entry
  std::vector<Real> mean1, rstd1;      ///< N
  arithmetic::Matrix<Real> normed1;    ///< N x C
  arithmetic::Matrix<Real> asking;     ///< Q x C  rows of normed1 that ask; unused if all do
  std::vector<int> query_ids;          ///< Q      position ids of the queries
  std::vector<Real> scale;             ///< Q      what attention logits are multiplied by
  arithmetic::Matrix<Real> query;      ///< Q x C  turned, if positions turn queries
  arithmetic::Matrix<Real> key_value;  ///< N x 2C
  AttentionWeights<Real> weights;      ///< (b, h): Q x T each, of the texts whose are kept
  arithmetic::Matrix<Real> mixed;      ///< Q x C
  arithmetic::Matrix<Real> middle;     ///< Q x C  the stream between attention and MLP
  std::vector<Real> mean2, rstd2;      ///< Q
  arithmetic::Matrix<Real> normed2;    ///< Q x C
  arithmetic::Matrix<Real> hidden;     ///< Q x F  before GELU, and then GELU's derivative
  arithmetic::Matrix<Real> active;     ///< Q x F  after GELU
  PairScratch pairs;                   ///<        of the products on the way
};

/// Working memory of backward; one is enough for any number of blocks.
template <typename Real>
struct BlockScratch {
  AttentionScratch<Real> attention;
  arithmetic::Matrix<Real> dstream;     ///< the gradient on the stream, carried from block to block
  arithmetic::Matrix<Real> dnext;       ///< the same while it grows from Q to N rows
  arithmetic::Matrix<Real> dhidden;     ///< Q x F
  arithmetic::Matrix<Real> dquery;      ///< Q x C
  arithmetic::Matrix<Real> dkey_value;  ///< N x 2C
  arithmetic::Matrix<Real> dnormed;     ///< N x C
  arithmetic::Matrix<Real> dmixed;      ///< Q x C
  PairScratch pairs;
};

/// One block with its numbers, for one batch. Borrowed for the duration of a call.
template <typename Real>
struct BlockCall {
  const TransformerConfig& config;
  const arithmetic::Arithmetic<Real>& arithmetic;
  const BlockSlots& slots;
  const Flat<Real>& weights;
  const Packed<Real>& packed;
  const Batch& batch;
  const QueryRows& queries;
  std::span<const Real> penalties;  ///< see distance_penalties(); may be empty
  KeptWeights kept;                 ///< of the trace

  const Real* at(const Slot& slot) const { return weights.data() + slot.offset; }
};

/// Reads trace.input (N x C), fills the trace, writes output (Q x C), which may be trace.input
/// where all rows ask.
template <typename Real>
void block_forward(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                   AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output);

/// The stages of block_forward, in this order, for who reads or changes what is named on the right
/// of an arrow before the stage that reads it. Together they leave the bits that block_forward
/// does. input -> normed1
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
