#pragma once
#include <span>
#include <vector>

#include "model/layers/attention_plan.h"
#include "model/layers/key_value_cache.h"
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

}  // namespace model::layers
