#include "lab/probe/patch.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/random.h"
#include "lab/probe/outcome.h"
#include "lab/probe/pairs.h"
#include "lab/probe/states.h"
#include "lab/probe/texts.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using tasks::Counterfactual;

constexpr std::array site_names{"stream", "attention", "mlp"};  // in the order of Site

/// One place of one site of one layer, in every pair.
struct Patch {
  Site site = Site::stream;
  Index layer = 0;
  std::optional<Index> head;  ///< of attention: only its columns
  std::size_t place = 0;      ///< of place names
};

/// The places of a pair, with the null and the whole.
std::vector<tasks::Place> places_of(const tasks::Counterfactual& pair, std::uint64_t index) {
  std::vector<tasks::Place> places = pair.places;
  const int asked = static_cast<int>(pair.text.size()) - 1;
  tasks::Place everything{"everything", {}};
  std::vector<int> others;
  for (int row = 0; row <= asked; ++row) {
    everything.rows.push_back(row);
    const bool changed = std::ranges::find(places[0].rows, row) != places[0].rows.end();
    if (!changed && row != asked) others.push_back(row);
  }
  if (!others.empty()) {
    base::Random random(0, "random row", index);
    const auto chosen = static_cast<std::size_t>(random.below(std::ssize(others)));
    places.push_back({"random row", {others[chosen]}});
  }
  places.push_back(everything);
  return places;
}

std::vector<std::string> place_names(std::span<const tasks::Counterfactual> pairs) {
  std::vector<std::string> names;
  for (const tasks::Counterfactual& pair : pairs) {
    for (const tasks::Place& place : pair.places) {
      if (std::ranges::find(names, place.name) == names.end()) names.push_back(place.name);
    }
  }
  names.insert(names.end(), {"random row", "everything"});
  return names;
}

std::vector<Patch> all_patches(const model::layers::TransformerConfig& config, std::size_t places) {
  std::vector<Patch> patches;
  for (std::size_t place = 0; place < places; ++place) {
    for (Index l = 0; l <= config.layers(); ++l) patches.push_back({Site::stream, l, {}, place});
    for (Index l = 0; l < config.layers(); ++l) {
      patches.push_back({Site::attention, l, {}, place});
      patches.push_back({Site::mlp, l, {}, place});
      for (Index h = 0; h < config.heads && place + 1 < places; ++h) {
        patches.push_back({Site::attention, l, h, place});
      }
    }
  }
  return patches;
}

/// Patches some pairs that have been run.
class Patches {
 public:
  Patches(const PairRun& run, const std::vector<std::string>& names,
          const model::transformer::Transformer<float>& model)
      : run_(run), rows_(names.size()), patched_(model) {
    const std::span<const tasks::Counterfactual> pairs = run.pairs();
    for (std::vector<std::vector<Index>>& of_place : rows_) of_place.resize(pairs.size());
    for (std::size_t b = 0; b < pairs.size(); ++b) {
      for (const tasks::Place& place : places_of(pairs[b], run.first() + b)) {
        std::vector<Index>& rows = rows_[index_in(names, place.name)][b];
        for (const int row : place.rows) rows.push_back(run.batch().starts[b] + row);
      }
    }
  }

  /// Adds what every pair that has the place says then; nothing of the others.
  void add(const Patch& patch, std::span<PairOutcomes> outcomes) {
    const Index C = patched_.config().width, D = C / patched_.config().heads;
    const auto change = [&](Site site, Index layer, model::arithmetic::View<float> rows) {
      if (site != patch.site || layer != patch.layer) return;
      const Index begin = patch.head ? *patch.head * D : 0;
      for (const std::vector<Index>& of_pair : rows_[patch.place]) {
        patch_rows(run_.changed().at(site, layer), of_pair, begin, patch.head ? D : rows.cols,
                   rows);
      }
    };
    patched_.resume(run_.batch(), patch.layer, run_.clean().stream(patch.layer), change);
    for (std::size_t b = 0; b < outcomes.size(); ++b) {
      const bool has_place = !rows_[patch.place][b].empty();
      outcomes[b].patched.push_back(has_place ? std::optional(run_.said(patched_, b))
                                              : std::nullopt);
    }
  }

 private:
  const PairRun& run_;
  std::vector<std::vector<std::vector<Index>>> rows_;  ///< place, pair: rows of the batch
  ProbePass patched_;
};

/// The grid of a patch map: which names its cells have.
struct PatchGrid {
  static constexpr std::size_t metrics = 3;
  std::vector<std::string> places;
  Index layers, heads;

  ProbeGrid::Names names() const {
    std::vector<std::string> sites(site_names.begin(), site_names.end());
    for (std::size_t p = 0; p + 1 < places.size(); ++p) sites.push_back("heads at " + places[p]);
    ProbeGrid::Names names{{}, layer_names(layers), places, {}};
    for (const std::string& site : sites) {
      names.measures.insert(names.measures.end(), {site + " probability", site + " reciprocal rank",
                                                   site + " normalized"});
    }
    std::ranges::move(numbered("block", layers), std::back_inserter(names.rows));
    std::ranges::move(numbered("head", heads), std::back_inserter(names.columns));
    return names;
  }

  void add(const Patch& patch, const PairOutcomes& pair, const TokenOutcome& patched,
           ProbeGrid& grid) const {
    const auto layer = static_cast<std::size_t>(patch.layer);
    const bool stream = patch.site == Site::stream;
    const std::size_t site =
        patch.head ? site_names.size() + patch.place : static_cast<std::size_t>(patch.site);
    const std::size_t row = stream ? layer : static_cast<std::size_t>(layers) + 1 + layer;
    const std::size_t column =
        patch.head ? places.size() + static_cast<std::size_t>(*patch.head) : patch.place;
    const double gain = pair.gain(patched), total = pair.total();
    grid.add(metrics * site, row, column, gain);
    grid.add(metrics * site + 1, row, column, patched.reciprocal_rank - pair.clean.reciprocal_rank);
    if (total >= least_total) grid.add(metrics * site + 2, row, column, gain / total);
  }
};

}  // namespace

void patch_rows(model::arithmetic::View<const float> from, std::span<const Index> rows, Index begin,
                Index count, model::arithmetic::View<float> to) {
  for (const Index row : rows) std::copy_n(from.row(row) + begin, count, to.row(row) + begin);
}

ProbeResult probe_patch(const model::transformer::Transformer<float>& model,
                        std::span<const tasks::Counterfactual> pairs, int threads) {
  const PatchGrid form{place_names(pairs), model.config().layers(), model.config().heads};
  const std::vector<Patch> patches = all_patches(model.config(), form.places.size());
  ProbeGrid grid(form.names());
  const auto patch_all = [&](const PairRun& run, std::span<PairOutcomes> outcomes) {
    Patches of_run(run, form.places, model);
    for (const Patch& patch : patches) of_run.add(patch, outcomes);
  };
  for (const PairOutcomes& pair : pair_outcomes(model, pairs, threads, patch_all)) {
    for (std::size_t p = 0; p < patches.size(); ++p) {
      if (pair.patched[p]) form.add(patches[p], pair, *pair.patched[p], grid);
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  for (const char* site : site_names) result.drawn.push_back(std::string(site) + " probability");
  for (std::size_t p = 0; p < std::min<std::size_t>(2, form.places.size()); ++p) {
    result.drawn.push_back("heads at " + form.places[p] + " probability");
  }
  return result;
}

}  // namespace lab::probe
