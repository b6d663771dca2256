#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lab/probe/pass.h"

namespace lab::python {

/// How the numbers of an activation lie.
enum class Layout {
  rows,     ///< N x C, or N x F, or N x V
  heads,    ///< N x H x D
  weights,  ///< a text each: H x T x T
  numbers,  ///< N
};

/// Something that a pass computes, by its name: "block.0.mixed". Of one of the pass's stages, or a
/// number a row beside it, which can only be read.
struct Activation {
  std::string name;
  Layout layout = Layout::rows;
  probe::Stage stage;
  /// Where such numbers are: of a block, or of the end.
  std::vector<float> model::layers::BlockTrace<float>::*of_block = nullptr;
  std::vector<float> model::transformer::Trace<float>::*of_end = nullptr;

  bool can_be_changed() const { return layout != Layout::numbers; }
};

/// All that a model has, in the order in which a pass fills them.
std::vector<Activation> activations_of(const model::layers::TransformerConfig& config);

/// Throws base::Error that begins with `place`, with the nearest name.
const Activation& activation_named(const std::vector<Activation>& all, const std::string& name,
                                   std::string_view place);

/// Its columns: C, F, V or 1.
model::arithmetic::Index columns_of(const Activation& activation,
                                    const model::layers::TransformerConfig& config);

}  // namespace lab::python
