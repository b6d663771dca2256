#include "model/layers/tensor_names.h"

namespace model::layers {

bool is_meant(const Tensor& tensor, std::string_view said) {
  if (said.empty() || !tensor.name.starts_with(said)) return false;
  return tensor.name.size() == said.size() || tensor.name[said.size()] == '.';
}

}  // namespace model::layers
