#include "model/layers/layout.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace model::layers {

Slot Layout::add(std::string name, arithmetic::Index rows, arithmetic::Index cols, Role role,
                 double deviation) {
  base::promise(rows > 0 && cols > 0, "a tensor has rows and columns");
  base::promise(std::ranges::find(tensors_, name, &Tensor::name) == tensors_.end(),
                "a tensor's name is its own");
  const Slot slot{size_, rows, cols};
  tensors_.push_back({std::move(name), slot, role, deviation});
  size_ += slot.size();
  return slot;
}

}  // namespace model::layers
