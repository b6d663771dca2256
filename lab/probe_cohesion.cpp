#include "lab/probe_cohesion.h"

#include <map>
#include <set>

#include "base/random.h"

namespace lab {
namespace {

constexpr int parts = 10;

/// Samples of one part, those that read the same tokens once.
std::vector<Eigen::Index> chosen(const LabelledStates& states, int part) {
  std::set<std::uint64_t> seen;
  std::vector<Eigen::Index> samples;
  for (Eigen::Index i = 0; i < states.count(); ++i) {
    const auto s = static_cast<std::size_t>(i);
    if (states.questions[s] % parts == part && seen.insert(states.read[s]).second) {
      samples.push_back(i);
    }
  }
  return samples;
}

States unit_rows(States states) {
  for (Eigen::Index i = 0; i < states.rows(); ++i) {
    const float norm = states.row(i).norm();
    if (norm > 0) states.row(i) /= norm;
  }
  return states;
}

/// The gaps of one role in one part, at every layer.
void add_gaps(const LabelledStates& states, int part, std::size_t role, ProbeGrid& grid) {
  const std::vector<Eigen::Index> samples = chosen(states, part);
  if (samples.empty()) return;
  std::vector<int> labels;
  for (const Eigen::Index i : samples) labels.push_back(states.values[static_cast<std::size_t>(i)]);
  std::vector<int> shuffled = labels;
  base::Random(0, "shuffled labels", static_cast<std::uint64_t>(part)).shuffle(std::span(shuffled));
  for (std::size_t l = 0; l < states.layers.size(); ++l) {
    const States plain = states.layers[l](samples, Eigen::all);
    const States centred = plain.rowwise() - plain.colwise().mean();
    std::size_t measure = 0;
    for (const States& vectors : {unit_rows(plain), unit_rows(centred)}) {
      const auto gap = cosine_gap(vectors, labels), null = cosine_gap(vectors, shuffled);
      if (gap) grid.add(measure, l, role, *gap, {*null});
      ++measure;
    }
  }
}

}  // namespace

std::optional<double> cosine_gap(const States& unit, std::span<const int> labels) {
  std::map<int, std::pair<Eigen::VectorXd, double>> groups;  // sum of the vectors, their number
  Eigen::VectorXd all = Eigen::VectorXd::Zero(unit.cols());
  double own = 0;  // cosines of states with themselves
  for (Eigen::Index i = 0; i < unit.rows(); ++i) {
    const Eigen::VectorXd row = unit.row(i).cast<double>();
    auto& [sum, count] = groups[labels[static_cast<std::size_t>(i)]];
    if (count == 0) sum = Eigen::VectorXd::Zero(unit.cols());
    sum += row;
    count += 1;
    all += row;
    own += row.squaredNorm();
  }
  // The cosines of all ordered pairs of a set add up to |sum|^2.
  double within = -own, pairs_within = 0;
  for (const auto& [label, group] : groups) {
    within += group.first.squaredNorm();
    pairs_within += group.second * (group.second - 1);
  }
  const auto n = static_cast<double>(unit.rows());
  const double pairs_across = n * (n - 1) - pairs_within;
  if (pairs_within == 0 || pairs_across == 0) return std::nullopt;
  const double across = all.squaredNorm() - own - within;
  return within / pairs_within - across / pairs_across;
}

ProbeResult probe_cohesion(const model::Transformer<float>& model, std::span<const ProbeText> texts,
                           const std::string& label) {
  const std::vector<LabelledStates> states = labelled_states(model, texts, label);
  std::vector<std::string> roles;
  for (const LabelledStates& of_role : states) roles.push_back(of_role.role);
  const std::vector<std::string> measures{label + " gap", label + " centred gap"};
  ProbeGrid grid({measures, layer_names(model.config().layers()), roles, {"shuffled"}});
  for (int part = 0; part < parts; ++part) {
    for (std::size_t r = 0; r < states.size(); ++r) add_gaps(states[r], part, r, grid);
    grid.end_question();
  }
  ProbeResult result = grid.result("cohesion");
  result.drawn = measures;
  return result;
}

}  // namespace lab
