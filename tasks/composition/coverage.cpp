#include "tasks/composition/coverage.h"

namespace tasks {

CoverageData coverage_data(const CompositionWorld& world) {
  const int n = world.config.entities;
  CoverageData data{.sizes = std::vector<int>(static_cast<std::size_t>(world.plan.inputs), n)};
  const InputCodes codes(data.sizes);
  data.truth.reserve(static_cast<std::size_t>(codes.inputs()));
  for_each_tuple(n, world.plan.inputs, [&](std::span<const int> inputs) {
    data.truth.push_back(values_of(world, inputs).back());
  });
  for (const auto& [pool, items] : world.pools) {
    auto& target = pool == Pool::train ? data.train : data.held_out;
    for (const ComposedItem& item : items) target.push_back({item.inputs, item.answer()});
  }
  return data;
}

std::vector<int> cutoffs_of_tuples(const CompositionWorld& world) {
  CoverageData data = coverage_data(world);
  const InputCodes codes(data.sizes);
  std::vector<int> cutoffs(static_cast<std::size_t>(codes.inputs()));
  for (const LabelledInput& item : data.train) {
    cutoffs[static_cast<std::size_t>(codes.code(item.x))] = static_cast<int>(data.train.size());
  }
  data.held_out.clear();
  for_each_tuple(world.config.entities, world.plan.inputs, [&](std::span<const int> x) {
    const auto code = static_cast<std::size_t>(codes.code(x));
    if (cutoffs[code] == 0) data.held_out.push_back({{x.begin(), x.end()}, data.truth[code]});
  });
  const std::vector<int> held_out = k_cutoffs(data);
  for (std::size_t i = 0; i < held_out.size(); ++i) {
    cutoffs[static_cast<std::size_t>(codes.code(data.held_out[i].x))] = held_out[i];
  }
  return cutoffs;
}

}  // namespace tasks
