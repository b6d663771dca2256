#include "lab/probe/cohesion.h"

#include <algorithm>
#include <set>

#include "base/random.h"

namespace lab::probe {
namespace {

constexpr int most_parts = 10, least_of_a_part = 20;

/// Which of so many parts.
struct Part {
  int number = 0, of = 1;
};

/// Samples of one part, those that read the same tokens once.
std::vector<Eigen::Index> chosen(const LabelledStates& states, Part part) {
  std::set<std::uint64_t> seen;
  std::vector<Eigen::Index> samples;
  for (Eigen::Index i = 0; i < states.count(); ++i) {
    const auto s = static_cast<std::size_t>(i);
    if (states.questions[s] % part.of == part.number &&
        seen.insert(base::digest(states.read[s])).second) {
      samples.push_back(i);
    }
  }
  return samples;
}

template <typename Value>
std::vector<Value> at(const std::vector<Value>& all, std::span<const Eigen::Index> places) {
  std::vector<Value> some;
  for (const Eigen::Index place : places) some.push_back(all[static_cast<std::size_t>(place)]);
  return some;
}

States unit_rows(States states) {
  for (Eigen::Index i = 0; i < states.rows(); ++i) {
    const float norm = states.row(i).norm();
    if (norm > 0) states.row(i) /= norm;
  }
  return states;
}

/// The gaps of one role in one part, at every layer.
void add_gaps(const LabelledStates& states, Part part, std::size_t role, ProbeGrid& grid) {
  const std::vector<Eigen::Index> samples = chosen(states, part);
  if (samples.empty()) return;
  const std::vector<int> labels = at(states.values, samples);
  std::vector<int> shuffled = labels;
  base::Random(0, "shuffled labels", static_cast<std::uint64_t>(part.number))
      .shuffle(std::span(shuffled));
  const auto count = std::ssize(samples);
  const Pairs all = Pairs::Constant(count, count, true);
  const Pairs disjoint = disjoint_pairs(at(states.read, samples));
  for (std::size_t l = 0; l < states.layers.size(); ++l) {
    const States plain = states.layers[l](samples, Eigen::all);
    const States centred = unit_rows(plain.rowwise() - plain.colwise().mean());
    const auto add = [&](std::size_t measure, const States& unit, const Pairs& counting) {
      const auto gap = cosine_gap(unit, labels, counting);
      const auto null = cosine_gap(unit, shuffled, counting);
      if (gap && null) grid.add(measure, l, role, *gap, {*null});
    };
    add(0, unit_rows(plain), all);
    add(1, centred, all);
    add(2, centred, disjoint);
  }
}

}  // namespace

std::optional<double> cosine_gap(const States& unit, std::span<const int> labels,
                                 const Pairs& counting) {
  const States cosines = unit * unit.transpose();
  double within = 0, across = 0;
  std::int64_t pairs_within = 0, pairs_across = 0;
  for (Eigen::Index i = 0; i < unit.rows(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      if (!counting(i, j)) continue;
      const bool same = labels[static_cast<std::size_t>(i)] == labels[static_cast<std::size_t>(j)];
      (same ? within : across) += static_cast<double>(cosines(i, j));
      ++(same ? pairs_within : pairs_across);
    }
  }
  if (pairs_within == 0 || pairs_across == 0) return std::nullopt;
  return within / static_cast<double>(pairs_within) - across / static_cast<double>(pairs_across);
}

Pairs disjoint_pairs(std::span<const std::span<const int>> read) {
  const auto count = std::ssize(read);
  Pairs disjoint = Pairs::Constant(count, count, true);
  std::size_t longest = 0;
  for (const auto& tokens : read) longest = std::max(longest, tokens.size());
  for (std::size_t place = 0; place < longest; ++place) {
    const auto token = [&](Eigen::Index i) {
      const auto& tokens = read[static_cast<std::size_t>(i)];
      return place < tokens.size() ? tokens[place] : -1;
    };
    Pairs equal(count, count);
    for (Eigen::Index i = 0; i < count; ++i) {
      for (Eigen::Index j = 0; j < count; ++j) equal(i, j) = token(i) == token(j) && token(i) >= 0;
    }
    if (!equal.all()) disjoint = disjoint && !equal;
  }
  return disjoint;
}

ProbeResult probe_cohesion(const model::transformer::Transformer<float>& model,
                           std::span<const ProbeText> texts, const std::string& label) {
  const std::vector<LabelledStates> states = labelled_states(model, texts, label);
  std::vector<std::string> roles;
  for (const LabelledStates& of_role : states) roles.push_back(of_role.role);
  const std::vector<std::string> measures{label + " gap", label + " centred gap",
                                          label + " disjoint gap"};
  ProbeGrid grid({measures, layer_names(model.config().layers()), roles, {"shuffled"}});
  const int parts = std::clamp(static_cast<int>(texts.size()) / least_of_a_part, 1, most_parts);
  for (int part = 0; part < parts; ++part) {
    for (std::size_t r = 0; r < states.size(); ++r) add_gaps(states[r], {part, parts}, r, grid);
    grid.end_question();
  }
  ProbeResult result = grid.result();
  for (ProbeCell& cell : result.cells) cell.questions = std::ssize(texts);  // the grid counts parts
  result.drawn = measures;
  return result;
}

}  // namespace lab::probe
