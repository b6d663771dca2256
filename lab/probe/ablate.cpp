#include "lab/probe/ablate.h"

#include <array>

#include "lab/probe/ablation.h"

namespace lab::probe {

ProbeResult probe_ablate(const model::transformer::Transformer<float>& model,
                         std::span<const AskedText> texts, int threads) {
  constexpr std::array ways{std::pair{Instead::zero, "zero"}, std::pair{Instead::mean, "mean"},
                            std::pair{Instead::resample, "resample"}};
  const std::vector<BlockPart> parts = block_parts(model.config());
  const auto columns = static_cast<std::size_t>(model.config().heads) + 2;
  ProbeGrid::Names names;
  for (const auto& [instead, name] : ways) names.measures.emplace_back(name);
  names.rows = numbered("block", model.config().layers());
  for (std::size_t c = 0; c < columns; ++c) names.columns.push_back(parts[c].name);
  const Ablation ablation(model, texts, threads);
  std::vector<std::vector<double>> losses;  // by part and way
  for (const BlockPart& part : parts) {
    for (const auto& [instead, name] : ways) {
      losses.push_back(ablation.losses(std::span(&part, 1), instead));
    }
  }
  ProbeGrid grid(names);
  for (std::size_t text = 0; text < texts.size(); ++text) {
    for (std::size_t i = 0; i < losses.size(); ++i) {
      const std::size_t part = i / ways.size();
      grid.add(i % ways.size(), part / columns, part % columns, losses[i][text]);
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  result.drawn = names.measures;
  return result;
}

}  // namespace lab::probe
