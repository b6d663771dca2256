#include <algorithm>
#include <cmath>
#include <optional>

#include "base/random.h"
#include "tasks/blocks/breakers.h"

namespace tasks::blocks {
namespace {

// As published; half as many moves a vertex, and patience of 40 temperatures.
constexpr double first_temperature = 0.6, cooling = 0.97;
constexpr int moves_a_vertex = 10, patience = 40;

std::size_t at(int vertex) { return static_cast<std::size_t>(vertex); }

/// Vertices in an order in which no edge goes backwards, and those left out.
class Order final {
 public:
  Order(const Digraph& graph, const std::vector<int>& taken)
      : graph_(graph), place_(at(graph.capacity()), nowhere), taken_(taken) {
    VertexSet rest = graph.vertices();
    for (const int v : taken) rest.drop(v);
    while (!rest.empty()) {  // what nothing left precedes comes next
      std::vector<int> next;
      rest.for_each([&](int v) {
        VertexSet before = graph.predecessors(v);
        before.keep(rest);
        if (before.empty()) next.push_back(v);
      });
      for (const int v : next) {
        rest.drop(v);
        order_.push_back(v);
      }
    }
    renumber(0);
  }

  const std::vector<int>& taken() const { return taken_; }

  /// A vertex put back, behind all that precede it or before all that follow, and what must leave.
  struct Move {
    std::size_t index = 0;  // in taken()
    std::size_t place = 0;
    std::vector<int> leave;
  };

  Move drawn(base::Random& random) const {
    Move move{at(static_cast<int>(random.below(std::ssize(taken_)))), 0, {}};
    const int v = taken_[move.index];
    if (random.below(2) == 0) {
      each_placed(graph_.predecessors(v),
                  [&](int, int place) { move.place = std::max(move.place, at(place + 1)); });
      each_placed(graph_.successors(v), [&](int w, int place) {
        if (at(place) < move.place) move.leave.push_back(w);
      });
    } else {
      move.place = order_.size();
      each_placed(graph_.successors(v),
                  [&](int, int place) { move.place = std::min(move.place, at(place)); });
      each_placed(graph_.predecessors(v), [&](int w, int place) {
        if (at(place) >= move.place) move.leave.push_back(w);
      });
    }
    return move;
  }

  void make(const Move& move) {
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(move.place), taken_[move.index]);
    taken_[move.index] = taken_.back();
    taken_.pop_back();
    for (const int w : move.leave) {
      place_[at(w)] = nowhere;
      taken_.push_back(w);
    }
    if (!move.leave.empty()) {
      std::erase_if(order_, [&](int w) { return std::ranges::count(move.leave, w) > 0; });
    }
    renumber(move.leave.empty() ? move.place : 0);
  }

 private:
  static constexpr int nowhere = -1;

  template <typename Visit>
  void each_placed(const VertexSet& vertices, const Visit& visit) const {
    vertices.for_each([&](int w) {
      if (place_[at(w)] != nowhere) visit(w, place_[at(w)]);
    });
  }

  void renumber(std::size_t from) {
    for (std::size_t i = from; i < order_.size(); ++i) place_[at(order_[i])] = static_cast<int>(i);
  }

  const Digraph& graph_;
  std::vector<int> order_, place_, taken_;
};

}  // namespace

std::vector<int> fewer_cycle_breakers(const Digraph& graph, std::vector<int> taken,
                                      const std::function<bool()>& goes_on) {
  base::Random random(1, "annealing");
  Order order(graph, taken);
  const int moves = moves_a_vertex * graph.vertices().size();
  double temperature = first_temperature;
  for (int idle = 0; idle < patience && !taken.empty() && goes_on(); ++idle) {
    for (int i = 0; i < moves && !order.taken().empty(); ++i) {
      const Order::Move move = order.drawn(random);
      const double worse = static_cast<double>(move.leave.size()) - 1;
      if (worse > 0 && std::exp(-worse / temperature) < random.uniform()) continue;
      order.make(move);
      if (order.taken().size() >= taken.size()) continue;
      taken = order.taken();
      idle = 0;
    }
    temperature *= cooling;
  }
  return taken;
}

}  // namespace tasks::blocks
