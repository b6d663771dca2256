#include "lab/probe/paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "lab/probe/outcome.h"
#include "lab/probe/pairs.h"
#include "model/arithmetic/matrix.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using model::arithmetic::View;
using tasks::Counterfactual;

/// The embedding (site stream), a head (its columns of attention), an MLP; or what is read out
/// (site stream, layer L). `order` counts stages of a pass: whoever comes later can hear.
struct Part {
  Site site = Site::stream;
  Index layer = 0, begin = 0, count = 0;
  Index order = 0;
  std::string name;
};

std::vector<Part> parts_of(const model::layers::TransformerConfig& config) {
  const Index D = config.width / config.heads, L = config.layers();
  std::vector<Part> parts{{Site::stream, 0, 0, config.width, 0, "embedding"}};
  for (Index l = 0; l < L; ++l) {
    for (Index h = 0; h < config.heads; ++h) {
      parts.push_back(
          {Site::attention, l, h * D, D, 2 * l + 1, fmt::format("block {} head {}", l + 1, h + 1)});
    }
    parts.push_back(
        {Site::mlp, l, 0, config.hidden, 2 * l + 2, fmt::format("block {} mlp", l + 1)});
  }
  parts.push_back({Site::stream, L, 0, config.width, 2 * L + 1, "logits"});
  return parts;
}

/// From a sender to a receiver, as numbers of parts.
struct Path {
  std::size_t from = 0, to = 0;
};

std::vector<Path> paths_of(const std::vector<Part>& parts) {
  std::vector<Path> paths;
  for (std::size_t from = 0; from + 1 < parts.size(); ++from) {
    for (std::size_t to = from + 1; to < parts.size(); ++to) {
      if (parts[from].order < parts[to].order) paths.push_back({from, to});
    }
  }
  return paths;
}

void copy_columns(model::arithmetic::View<const float> from, const Part& part,
                  model::arithmetic::View<float> to) {
  for (Index n = 0; n < to.rows; ++n) {
    std::copy_n(from.row(n) + part.begin, part.count, to.row(n) + part.begin);
  }
}

/// Patches the paths of some pairs that have been run.
class PathPatches {
 public:
  PathPatches(const PairRun& run, const model::transformer::Transformer<float>& model)
      : run_(run), sent_(model), last_(model) {
    for (std::vector<model::arithmetic::Matrix<float>>* heard : {&heard_attention_, &heard_mlp_}) {
      heard->resize(static_cast<std::size_t>(model.config().layers()));
    }
  }

  /// Runs with the sender's change, all else as it was; keeps what every later part makes of it.
  void send(const Part& sender) {
    const bool embedding = sender.site == Site::stream;
    const auto visit = [&](Site site, Index layer, model::arithmetic::View<float> rows) {
      if (site != Site::attention && site != Site::mlp) return;
      keep(model::arithmetic::constant(rows), heard_at(site, layer));
      copy_rows(run_.clean().at(site, layer), rows);
      if (site == sender.site && layer == sender.layer) {
        copy_columns(run_.changed().at(site, layer), sender, rows);
      }
    };
    const ProbePass& entry = embedding ? run_.changed() : run_.clean();
    sent_.resume(run_.batch(), sender.layer, entry.stream(sender.layer), visit);
  }

  /// The pass with what this part made of it, alone; valid until the next call.
  const ProbePass& receive(const Part& receiver) {
    if (receiver.site == Site::stream) return sent_;  // its logits are what it made
    const auto visit = [&](Site site, Index layer, model::arithmetic::View<float> rows) {
      if (site != receiver.site || layer != receiver.layer) return;
      copy_columns(heard_at(site, layer), receiver, rows);
    };
    last_.resume(run_.batch(), receiver.layer, run_.clean().stream(receiver.layer), visit);
    return last_;
  }

 private:
  model::arithmetic::Matrix<float>& heard_at(Site site, Index layer) {
    return (site == Site::mlp ? heard_mlp_ : heard_attention_)[static_cast<std::size_t>(layer)];
  }

  static void keep(model::arithmetic::View<const float> rows,
                   model::arithmetic::Matrix<float>& kept) {
    kept.resize(rows.rows, rows.cols);
    copy_rows(rows, kept);
  }

  const PairRun& run_;
  ProbePass sent_, last_;
  std::vector<model::arithmetic::Matrix<float>> heard_attention_, heard_mlp_;  ///< by layer
};

void patch_paths(const PairRun& run, const model::transformer::Transformer<float>& model,
                 const std::vector<Part>& parts, const std::vector<Path>& paths,
                 std::span<PairOutcomes> outcomes) {
  PathPatches patches(run, model);
  std::size_t sender = parts.size();
  for (const Path& path : paths) {
    if (path.from != sender) patches.send(parts[path.from]);
    sender = path.from;
    const ProbePass& heard = patches.receive(parts[path.to]);
    for (std::size_t b = 0; b < outcomes.size(); ++b) {
      outcomes[b].patched.emplace_back(run.said(heard, b));
    }
  }
}

}  // namespace

ProbeResult probe_paths(const model::transformer::Transformer<float>& model,
                        std::span<const tasks::Counterfactual> pairs, int threads) {
  const std::vector<Part> parts = parts_of(model.config());
  const std::vector<Path> paths = paths_of(parts);
  std::vector<std::string> names;
  for (const Part& part : parts) names.push_back(part.name);
  const std::vector<std::string> measures{"probability", "normalized"};
  ProbeGrid grid({measures, names, names, {}});
  const auto patch_all = [&](const PairRun& run, std::span<PairOutcomes> outcomes) {
    patch_paths(run, model, parts, paths, outcomes);
  };
  for (const PairOutcomes& pair : pair_outcomes(model, pairs, threads, patch_all)) {
    const double total = pair.total();
    for (std::size_t p = 0; p < paths.size(); ++p) {
      const double gain = pair.gain(*pair.patched[p]);
      grid.add(0, paths[p].from, paths[p].to, gain);
      if (total >= least_total) grid.add(1, paths[p].from, paths[p].to, gain / total);
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  result.drawn = {"probability"};
  return result;
}

}  // namespace lab::probe
