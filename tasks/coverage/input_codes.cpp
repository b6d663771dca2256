#include "tasks/coverage/input_codes.h"

#include <unordered_set>

#include "base/error.h"

namespace tasks::coverage {
namespace {

constexpr std::int64_t most_inputs = std::int64_t{1} << 27;

void require_valid_item(const FiniteFunction& function, const LabelledInput& item, const char* pool,
                        std::size_t index) {
  base::require(item.x.size() == function.sizes.size(), "coverage: ", pool, " input ", index,
                ": must have ", function.sizes.size(), " positions, got ", item.x.size());
  for (std::size_t i = 0; i < item.x.size(); ++i) {
    base::require(0 <= item.x[i] && item.x[i] < function.sizes[i], "coverage: ", pool, " input ",
                  index, ": position ", i + 1, " must be in 0..", function.sizes[i] - 1, ", got ",
                  item.x[i]);
  }
}

}  // namespace

IndexSet index_set(std::initializer_list<int> positions) {
  IndexSet set = 0;
  for (const int position : positions) {
    base::promise(1 <= position && position <= 31, "positions are counted from 1");
    set |= IndexSet{1} << (position - 1);
  }
  return set;
}

std::vector<IndexSet> proper_index_sets(int positions) {
  const IndexSet everything = (IndexSet{1} << positions) - 1;
  std::vector<IndexSet> sets;
  for (IndexSet set = 1; set < everything; ++set) sets.push_back(set);
  return sets;
}

InputCodes::InputCodes(std::vector<int> sizes) : sizes_(std::move(sizes)), strides_(sizes_.size()) {
  for (std::size_t i = sizes_.size(); i-- > 0;) {
    base::require(sizes_[i] >= 1, "coverage: position ", i + 1, " must have >= 1 values, got ",
                  sizes_[i]);
    strides_[i] = inputs_;
    inputs_ *= sizes_[i];
    base::require(inputs_ <= most_inputs, "coverage: must have at most ", most_inputs,
                  " inputs; take fewer positions or values");
  }
}

std::int64_t InputCodes::code(std::span<const int> x) const { return fragment(x, ~IndexSet{0}); }

std::int64_t InputCodes::fragment(std::span<const int> x, IndexSet set) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if ((set >> i & 1U) != 0) sum += x[i] * strides_[i];
  }
  return sum;
}

std::vector<std::int64_t> InputCodes::fragments(IndexSet set) const {
  std::vector<std::int64_t> codes{0};
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    if ((set >> i & 1U) == 0) continue;
    std::vector<std::int64_t> longer;
    longer.reserve(codes.size() * static_cast<std::size_t>(sizes_[i]));
    for (const std::int64_t code : codes) {
      for (int value = 0; value < sizes_[i]; ++value) longer.push_back(code + value * strides_[i]);
    }
    codes = std::move(longer);
  }
  return codes;
}

void require_valid(const FiniteFunction& function) {
  const InputCodes codes(function.sizes);
  const bool truth_known = !function.truth.empty();
  base::require(!truth_known || std::ssize(function.truth) == codes.inputs(),
                "coverage: truth must have a label for each of ", codes.inputs(), " inputs, got ",
                function.truth.size());
  std::unordered_set<std::int64_t> met;
  const auto check = [&](const std::vector<LabelledInput>& items, const char* pool) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      require_valid_item(function, items[i], pool, i);
      const std::int64_t code = codes.code(items[i].x);
      base::require(met.insert(code).second, "coverage: ", pool, " input ", i,
                    ": must occur once in training and held-out inputs together");
    }
  };
  check(function.train, "training");
  check(function.held_out, "held-out");
  for (std::size_t i = 0; truth_known && i < function.held_out.size(); ++i) {
    const auto& [x, label] = function.held_out[i];
    const int true_label = function.truth[static_cast<std::size_t>(codes.code(x))];
    base::require(label == true_label, "coverage: held-out input ", i,
                  ": must have its true label ", true_label, ", got ", label);
  }
}

}  // namespace tasks::coverage
