#include "lab/probe/patch.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "base/random.h"
#include "lab/probe/outcome.h"
#include "lab/probe/texts.h"

namespace lab {
namespace {

using model::Index;
using tasks::Counterfactual;

constexpr std::size_t chunk_pairs = 8;  // texts of a batch: enough rows to keep products busy

/// One place of one site of one layer, in every pair.
struct Patch {
  Site site = Site::stream;
  Index layer = 0;
  std::optional<Index> head;  ///< of attention: only its columns
  std::size_t place = 0;      ///< of place names
};

/// The places of a pair, with the null and the whole.
std::vector<tasks::Place> places_of(const Counterfactual& pair, std::uint64_t index) {
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

std::vector<std::string> place_names(std::span<const Counterfactual> pairs) {
  std::vector<std::string> names;
  for (const Counterfactual& pair : pairs) {
    for (const tasks::Place& place : pair.places) {
      if (std::ranges::find(names, place.name) == names.end()) names.push_back(place.name);
    }
  }
  names.insert(names.end(), {"random row", "everything"});
  return names;
}

std::vector<Patch> all_patches(const model::TransformerConfig& config, std::size_t places) {
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

/// Some pairs, run together.
class PairChunk {
 public:
  PairChunk(const model::Transformer<float>& model, std::span<const Counterfactual> pairs,
            std::uint64_t first, const std::vector<std::string>& names)
      : pairs_(pairs), rows_(names.size()), clean_(model), changed_(model), patched_(model) {
    std::vector<std::vector<int>> texts, others;
    for (const Counterfactual& pair : pairs) {
      texts.push_back(pair.text);
      others.push_back(pair.changed);
    }
    batch_ = batch_of(texts);
    clean_.run(batch_);
    changed_.run(batch_of(others));
    for (std::vector<std::vector<Index>>& of_place : rows_) of_place.resize(pairs.size());
    for (std::size_t b = 0; b < pairs.size(); ++b) {
      for (const tasks::Place& place : places_of(pairs[b], first + b)) {
        std::vector<Index>& rows = rows_[index_in(names, place.name)][b];
        for (const int row : place.rows) rows.push_back(batch_.starts[b] + row);
      }
    }
  }

  TokenOutcome clean(std::size_t b) const { return said(clean_, b); }
  TokenOutcome changed(std::size_t b) const { return said(changed_, b); }

  /// Of every pair that has the place.
  std::vector<std::optional<TokenOutcome>> patched(const Patch& patch) {
    const Index C = patched_.config().width, D = C / patched_.config().heads;
    const auto change = [&](Site site, Index layer, model::View<float> rows) {
      if (site != patch.site || layer != patch.layer) return;
      const Index begin = patch.head ? *patch.head * D : 0;
      for (const std::vector<Index>& of_pair : rows_[patch.place]) {
        patch_rows(changed_.at(site, layer), of_pair, begin, patch.head ? D : rows.cols, rows);
      }
    };
    patched_.resume(batch_, patch.layer, clean_.stream(patch.layer), change);
    std::vector<std::optional<TokenOutcome>> outcomes(pairs_.size());
    for (std::size_t b = 0; b < pairs_.size(); ++b) {
      if (!rows_[patch.place][b].empty()) outcomes[b] = said(patched_, b);
    }
    return outcomes;
  }

 private:
  TokenOutcome said(const ProbePass& pass, std::size_t b) const {
    return outcome(pass.logits(), batch_.starts[b + 1] - 1, pairs_[b].expected_changed);
  }

  std::span<const Counterfactual> pairs_;
  std::vector<std::vector<std::vector<Index>>> rows_;  ///< place, pair: rows of the batch
  model::Batch batch_;
  ProbePass clean_, changed_, patched_;
};

/// A pair's outcomes.
struct PairOutcomes {
  TokenOutcome clean, changed;
  std::vector<std::optional<TokenOutcome>> patched;  ///< one for each patch
};

std::vector<PairOutcomes> outcomes_of(const model::Transformer<float>& model,
                                      std::span<const Counterfactual> pairs,
                                      const std::vector<std::string>& names,
                                      const std::vector<Patch>& patches, int threads) {
  std::vector<PairOutcomes> all(pairs.size());
  const auto chunks = std::int64_t((pairs.size() + chunk_pairs - 1) / chunk_pairs);
  base::parallel_for(chunks, threads, [&](std::int64_t c) {
    const auto first = static_cast<std::size_t>(c) * chunk_pairs;
    const std::size_t count = std::min(chunk_pairs, pairs.size() - first);
    PairChunk chunk(model, pairs.subspan(first, count), first, names);
    for (std::size_t b = 0; b < count; ++b) {
      all[first + b] = {chunk.clean(b), chunk.changed(b), {}};
    }
    for (const Patch& patch : patches) {
      const auto outcomes = chunk.patched(patch);
      for (std::size_t b = 0; b < count; ++b) all[first + b].patched.push_back(outcomes[b]);
    }
  });
  return all;
}

/// The grid of a patch map: which names its cells have.
struct PatchGrid {
  static constexpr std::size_t metrics = 3;
  std::vector<std::string> places;
  Index layers, heads;

  ProbeGrid::Names names() const {
    ProbeGrid::Names names;
    std::vector<std::string> sites{"stream", "attention", "mlp"};
    for (std::size_t p = 0; p + 1 < places.size(); ++p) sites.push_back("heads at " + places[p]);
    for (const std::string& site : sites) {
      names.measures.insert(names.measures.end(), {site + " probability", site + " reciprocal rank",
                                                   site + " normalized"});
    }
    for (Index l = 0; l <= layers; ++l) names.rows.push_back(fmt::format("layer {}", l));
    for (Index l = 1; l <= layers; ++l) names.rows.push_back(fmt::format("block {}", l));
    names.columns = places;
    for (Index h = 1; h <= heads; ++h) names.columns.push_back(fmt::format("head {}", h));
    return names;
  }

  void add(const Patch& patch, const PairOutcomes& pair, const TokenOutcome& patched,
           ProbeGrid& grid) const {
    const auto layer = static_cast<std::size_t>(patch.layer);
    const bool stream = patch.site == Site::stream;
    const std::size_t site = patch.head ? 3 + patch.place : static_cast<std::size_t>(patch.site);
    const std::size_t row = stream ? layer : static_cast<std::size_t>(layers) + 1 + layer;
    const std::size_t column =
        patch.head ? places.size() + static_cast<std::size_t>(*patch.head) : patch.place;
    const double gain = patched.probability - pair.clean.probability;
    const double total = pair.changed.probability - pair.clean.probability;
    grid.add(metrics * site, row, column, gain);
    grid.add(metrics * site + 1, row, column, patched.reciprocal_rank - pair.clean.reciprocal_rank);
    if (total >= least_total) grid.add(metrics * site + 2, row, column, gain / total);
  }
};

}  // namespace

void patch_rows(model::View<const float> from, std::span<const Index> rows, Index begin,
                Index count, model::View<float> to) {
  for (const Index row : rows) std::copy_n(from.row(row) + begin, count, to.row(row) + begin);
}

ProbeResult probe_patch(const model::Transformer<float>& model,
                        std::span<const Counterfactual> pairs, int threads) {
  const PatchGrid form{place_names(pairs), model.config().layers(), model.config().heads};
  const std::vector<Patch> patches = all_patches(model.config(), form.places.size());
  ProbeGrid grid(form.names());
  for (const PairOutcomes& pair : outcomes_of(model, pairs, form.places, patches, threads)) {
    for (std::size_t p = 0; p < patches.size(); ++p) {
      if (pair.patched[p]) form.add(patches[p], pair, *pair.patched[p], grid);
    }
    grid.end_question();
  }
  ProbeResult result = grid.result("patch");
  for (const char* site : {"stream", "attention", "mlp"}) {
    result.drawn.push_back(std::string(site) + " probability");
  }
  for (std::size_t p = 0; p < std::min<std::size_t>(2, form.places.size()); ++p) {
    result.drawn.push_back("heads at " + form.places[p] + " probability");
  }
  return result;
}

}  // namespace lab
