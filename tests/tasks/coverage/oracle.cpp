#include "tests/tasks/coverage/oracle.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tests {
namespace {

using tasks::FiniteFunction;
using tasks::LabelledInput;
using tasks::coverage::CoverageOptions;
using Input = std::vector<int>;
using Positions = std::vector<bool>;  // which positions are in I

Input part(const Input& x, const Positions& in, bool inside) {
  Input values;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (in[i] == inside) values.push_back(x[i]);
  }
  return values;
}

std::vector<Input> all_inputs(const std::vector<int>& sizes) {
  std::vector<Input> inputs{{}};
  for (const int size : sizes) {
    std::vector<Input> longer;
    for (const Input& input : inputs) {
      for (int value = 0; value < size; ++value) {
        longer.push_back(input);
        longer.back().push_back(value);
      }
    }
    inputs = longer;
  }
  return inputs;
}

std::vector<Positions> index_sets(const tasks::FiniteFunction& data,
                                  const tasks::coverage::CoverageOptions& options) {
  std::vector<Positions> sets;
  for (unsigned bits = 1; bits + 1 < 1U << data.sizes.size(); ++bits) {
    if (!options.index_sets.empty() && std::ranges::count(options.index_sets, bits) == 0) continue;
    Positions in;
    for (std::size_t i = 0; i < data.sizes.size(); ++i) in.push_back((bits >> i) % 2 == 1);
    sets.push_back(in);
  }
  return sets;
}

bool equal_everywhere(const tasks::FiniteFunction& data, const Positions& in, const Input& a,
                      const Input& b) {
  const std::vector<Input> inputs = all_inputs(data.sizes);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    for (std::size_t j = 0; j < inputs.size(); ++j) {
      if (part(inputs[i], in, true) == a && part(inputs[j], in, true) == b &&
          part(inputs[i], in, false) == part(inputs[j], in, false) &&
          data.truth[i] != data.truth[j]) {
        return false;
      }
    }
  }
  return true;
}

/// Functional k-equivalence: at least k shared contexts, and no observed pair contradicts.
bool k_equivalent(const tasks::FiniteFunction& data,
                  const tasks::coverage::CoverageOptions& options, const Positions& in,
                  const Input& a, const Input& b, int k) {
  int shared = 0;
  for (const tasks::LabelledInput& x : data.train) {
    for (const tasks::LabelledInput& y : data.train) {
      if (part(x.x, in, true) != a || part(y.x, in, true) != b ||
          part(x.x, in, false) != part(y.x, in, false)) {
        continue;
      }
      if (x.label != y.label) return false;
      ++shared;
    }
  }
  return shared >= k && (options.equivalences == tasks::coverage::Equivalences::observed ||
                         equal_everywhere(data, in, a, b));
}

/// Everything reached from `from` over edges.
template <typename Vertex>
std::set<Vertex> reached(const std::vector<Vertex>& vertices, std::vector<Vertex> from,
                         const std::function<bool(const Vertex&, const Vertex&)>& edge) {
  std::set<Vertex> met(from.begin(), from.end());
  while (!from.empty()) {
    const Vertex here = from.back();
    from.pop_back();
    for (const Vertex& next : vertices) {
      if (!met.contains(next) && edge(here, next)) {
        met.insert(next);
        from.push_back(next);
      }
    }
  }
  return met;
}

/// Fragments that are one for `merged`: joined by k-equivalent pairs; for `direct`: such a pair.
bool substitutable(const tasks::FiniteFunction& data,
                   const tasks::coverage::CoverageOptions& options, const Positions& in,
                   const Input& a, const Input& b, int k) {
  const std::function<bool(const Input&, const Input&)> pair = [&](const Input& c, const Input& d) {
    return k_equivalent(data, options, in, c, d, k);
  };
  if (options.reading == tasks::coverage::CoverageReading::direct) return pair(a, b);
  std::set<Input> fragments;
  for (const tasks::LabelledInput& item : data.train) fragments.insert(part(item.x, in, true));
  return reached({fragments.begin(), fragments.end()}, {a}, pair).contains(b);
}

/// Substitutability, looked up once for each two fragments.
class Substitution {
 public:
  Substitution(const tasks::FiniteFunction& data, const tasks::coverage::CoverageOptions& options,
               int k)
      : data_(data), options_(options), k_(k), sets_(index_sets(data, options)) {}

  bool edge(const Input& x, const Input& y) {
    return x != y && std::ranges::any_of(sets_, [&](const Positions& in) {
             return part(x, in, false) == part(y, in, false) &&
                    may(in, part(x, in, true), part(y, in, true));
           });
  }

 private:
  bool may(const Positions& in, const Input& a, const Input& b) {
    const auto [known, is_new] = known_.try_emplace({in, a, b}, false);
    if (is_new) known->second = substitutable(data_, options_, in, a, b, k_);
    return known->second;
  }

  const tasks::FiniteFunction& data_;
  const tasks::coverage::CoverageOptions& options_;
  int k_;
  std::vector<Positions> sets_;
  std::map<std::tuple<Positions, Input, Input>, bool> known_;
};

std::set<Input> covered(const tasks::FiniteFunction& data,
                        const tasks::coverage::CoverageOptions& options, int k) {
  Substitution substitution(data, options, k);
  std::map<Input, int> label;
  std::vector<Input> train, vertices;
  for (const tasks::LabelledInput& item : data.train) train.push_back(item.x);
  for (const auto* items : {&data.train, &data.held_out}) {
    for (const tasks::LabelledInput& item : *items) {
      label[item.x] = item.label;
      vertices.push_back(item.x);
    }
  }
  const bool direct = options.reading == tasks::coverage::CoverageReading::direct;
  if (direct) vertices = all_inputs(data.sizes);
  return reached<Input>(vertices, train, [&](const Input& x, const Input& y) {
    return (direct || label.at(x) == label.at(y)) && substitution.edge(x, y);
  });
}

}  // namespace

std::vector<int> cutoffs_by_definition(const tasks::FiniteFunction& data,
                                       const tasks::coverage::CoverageOptions& options) {
  std::vector<int> cutoffs(data.held_out.size());
  for (int k = 1; k <= static_cast<int>(data.train.size()); ++k) {
    const std::set<Input> in_cover = covered(data, options, k);
    for (std::size_t i = 0; i < cutoffs.size(); ++i) {
      if (in_cover.contains(data.held_out[i].x)) cutoffs[i] = k;
    }
  }
  return cutoffs;
}

}  // namespace tests
