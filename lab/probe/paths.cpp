#include "lab/probe/paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "lab/probe/outcome.h"
#include "model/arithmetic/matrix.h"

namespace lab {
namespace {

using model::Index;
using model::View;
using tasks::Counterfactual;

constexpr std::size_t chunk_pairs = 8;  // texts of a batch: enough rows to keep products busy

/// The embedding (site stream), a head (its columns of attention), an MLP; or what is read out
/// (site stream, layer L). `order` counts stages of a pass: whoever comes later can hear.
struct Part {
  Site site = Site::stream;
  Index layer = 0, begin = 0, count = 0;
  Index order = 0;
  std::string name;
};

std::vector<Part> parts_of(const model::TransformerConfig& config) {
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

void copy_columns(View<const float> from, const Part& part, View<float> to) {
  for (Index n = 0; n < to.rows; ++n) {
    std::copy_n(from.row(n) + part.begin, part.count, to.row(n) + part.begin);
  }
}

/// Some pairs, run together.
class PathChunk {
 public:
  PathChunk(const model::Transformer<float>& model, std::span<const Counterfactual> pairs)
      : pairs_(pairs), clean_(model), changed_(model), sent_(model), last_(model) {
    std::vector<std::vector<int>> texts, others;
    for (const Counterfactual& pair : pairs) {
      texts.push_back(pair.text);
      others.push_back(pair.changed);
    }
    batch_ = batch_of(texts);
    clean_.run(batch_);
    changed_.run(batch_of(others));
    for (std::vector<model::Matrix<float>>* heard : {&heard_attention_, &heard_mlp_}) {
      heard->resize(static_cast<std::size_t>(model.config().layers()));
    }
  }

  double clean(std::size_t b) const { return said(clean_, b); }
  double changed(std::size_t b) const { return said(changed_, b); }
  /// After receive().
  double patched(std::size_t b) const { return said(*heard_, b); }

  /// Runs with the sender's change, all else as it was; keeps what every later part makes of it.
  void send(const Part& sender) {
    const bool embedding = sender.site == Site::stream;
    const auto visit = [&](Site site, Index layer, View<float> rows) {
      if (site == Site::stream) return;
      keep(model::constant(rows), heard_at(site, layer));
      copy_rows(clean_.at(site, layer), rows);
      if (site == sender.site && layer == sender.layer) {
        copy_columns(changed_.at(site, layer), sender, rows);
      }
    };
    const ProbePass& entry = embedding ? changed_ : clean_;
    sent_.resume(batch_, sender.layer, entry.stream(sender.layer), visit);
  }

  /// Runs with what this part made of it, alone.
  void receive(const Part& receiver) {
    heard_ = &sent_;
    if (receiver.site == Site::stream) return;  // the logits of send() are what it made
    const auto visit = [&](Site site, Index layer, View<float> rows) {
      if (site != receiver.site || layer != receiver.layer) return;
      copy_columns(heard_at(site, layer), receiver, rows);
    };
    last_.resume(batch_, receiver.layer, clean_.stream(receiver.layer), visit);
    heard_ = &last_;
  }

 private:
  model::Matrix<float>& heard_at(Site site, Index layer) {
    return (site == Site::mlp ? heard_mlp_ : heard_attention_)[static_cast<std::size_t>(layer)];
  }

  static void keep(View<const float> rows, model::Matrix<float>& kept) {
    kept.resize(rows.rows, rows.cols);
    copy_rows(rows, kept);
  }

  double said(const ProbePass& pass, std::size_t b) const {
    return outcome(pass.logits(), batch_.starts[b + 1] - 1, pairs_[b].expected_changed).probability;
  }

  std::span<const Counterfactual> pairs_;
  model::Batch batch_;
  ProbePass clean_, changed_, sent_, last_;
  std::vector<model::Matrix<float>> heard_attention_, heard_mlp_;  ///< by layer
  const ProbePass* heard_ = nullptr;
};

/// A pair's probabilities.
struct PairPaths {
  double clean = 0, changed = 0;
  std::vector<double> patched;  ///< one for each path
};

std::vector<PairPaths> run_paths(const model::Transformer<float>& model,
                                 std::span<const Counterfactual> pairs,
                                 const std::vector<Part>& parts, const std::vector<Path>& paths,
                                 int threads) {
  std::vector<PairPaths> all(pairs.size());
  const auto chunks = std::int64_t((pairs.size() + chunk_pairs - 1) / chunk_pairs);
  base::parallel_for(chunks, threads, [&](std::int64_t c) {
    const auto first = static_cast<std::size_t>(c) * chunk_pairs;
    const std::size_t count = std::min(chunk_pairs, pairs.size() - first);
    PathChunk chunk(model, pairs.subspan(first, count));
    for (std::size_t b = 0; b < count; ++b) all[first + b] = {chunk.clean(b), chunk.changed(b), {}};
    std::size_t sender = parts.size();
    for (const Path& path : paths) {
      if (path.from != sender) chunk.send(parts[path.from]);
      sender = path.from;
      chunk.receive(parts[path.to]);
      for (std::size_t b = 0; b < count; ++b) all[first + b].patched.push_back(chunk.patched(b));
    }
  });
  return all;
}

}  // namespace

ProbeResult probe_paths(const model::Transformer<float>& model,
                        std::span<const Counterfactual> pairs, int threads) {
  const std::vector<Part> parts = parts_of(model.config());
  const std::vector<Path> paths = paths_of(parts);
  std::vector<std::string> names;
  for (const Part& part : parts) names.push_back(part.name);
  const std::vector<std::string> measures{"probability", "normalized"};
  ProbeGrid grid({measures, names, names, {}});
  for (const PairPaths& pair : run_paths(model, pairs, parts, paths, threads)) {
    const double total = pair.changed - pair.clean;
    for (std::size_t p = 0; p < paths.size(); ++p) {
      const double gain = pair.patched[p] - pair.clean;
      grid.add(0, paths[p].from, paths[p].to, gain);
      if (total >= least_total) grid.add(1, paths[p].from, paths[p].to, gain / total);
    }
    grid.end_question();
  }
  ProbeResult result = grid.result("paths");
  result.drawn = {"probability"};
  return result;
}

}  // namespace lab
