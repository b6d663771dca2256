#pragma once
#include <Eigen/Core>

#include "lab/probe/pass.h"
#include "lab/probe/texts.h"

namespace lab::probe {

using States = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The residual stream at the rows of one role that carry one label: S samples in the order of the
/// texts.
struct LabelledStates {
  std::string role;
  std::vector<States> layers;              ///< L + 1, S x C each
  std::vector<int> values;                 ///< S  of the label
  std::vector<int> questions;              ///< S  number of the text
  std::vector<std::span<const int>> read;  ///< S  tokens of the text, up to the row
  std::vector<std::span<const int>> told;  ///< S  up to the first row with this value of the label
  std::int64_t count() const { return std::ssize(values); }
};

/// Names of what can be asked for below, tokens first.
std::vector<std::string> label_names(std::span<const ProbeText> texts);

/// By role, in the order of their appearance; roles without the label are left out. Throws
/// base::Error (exit code 2) naming --label if no text has it.
std::vector<LabelledStates> labelled_states(const model::transformer::Transformer<float>& model,
                                            std::span<const ProbeText> texts,
                                            const std::string& label);

/// "layer 0" .. "layer L".
std::vector<std::string> layer_names(model::arithmetic::Index blocks);

}  // namespace lab::probe
