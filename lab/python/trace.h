#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lab/python/arrays.h"
#include "lab/python/loaded.h"

namespace lab::python {

using model::arithmetic::Index;

/// A forward pass over some texts, stage by stage, and then every activation of it. Texts are
/// worked on in chunks of whole ones, as the probes of pairs take them, on many threads; what is
/// read or written spans all of them, N rows one below the other.
class Trace {
 public:
  /// Texts are not empty and their tokens are in the vocabulary. Throws base::Error if one is
  /// longer than learned positions reach, or all of them take more memory than is free.
  Trace(std::shared_ptr<const Loaded> model, const std::vector<std::vector<int>>& texts);

  const Loaded& model() const { return *model_; }
  const std::vector<Index>& starts() const { return starts_; }  ///< B + 1 rows
  Index texts() const { return std::ssize(starts_) - 1; }
  Index rows() const { return starts_.back(); }  ///< N

  /// Fills stages of stages_of(), in their order. Needs no Python.
  void fill(std::size_t begin, std::size_t end);

  /// A copy; of weights a list of arrays, a text each.
  py::object read(const Activation& activation) const;
  /// Writes what read() gave, changed, when its stage was filled last. Throws base::Error that
  /// begins with `place` if the shape is another, or weights look ahead.
  void write(const Activation& activation, const py::handle& value, const std::string& place);

  std::vector<int> tokens(Index text) const;
  /// Throws base::Error "text: must be in ..".
  void require_text(Index text) const;
  /// What the model says at a row of a text of a token that may follow: its probability and the
  /// reciprocal of its rank.
  std::pair<double, double> outcome(Index text, int token, Index row) const;

 private:
  struct Chunk {
    model::layers::Batch batch;
    Index first_row = 0, first_text = 0;
    probe::ProbePass pass;
  };

  model::arithmetic::View<float> view(Chunk& chunk, const Activation& activation) const;
  Floats read_rows(const Activation& activation) const;
  Floats read_numbers(const Activation& activation) const;
  py::list read_weights(const Activation& activation) const;
  void write_rows(const Activation& activation, const py::handle& value, const std::string& place);
  void write_weights(const Activation& activation, const py::handle& value,
                     const std::string& place);
  void write_head(Chunk& chunk, Index layer, Index text, Index head, const Floats& weights);
  Shape shape_of_rows(const Activation& activation) const;
  void require_memory() const;

  std::shared_ptr<const Loaded> model_;
  std::vector<probe::Stage> stages_;
  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::vector<Index> starts_{0};
  std::size_t filled_ = 0;  ///< stages
};

/// Where in a pass a function is called.
struct HookPlace {
  std::string name;  ///< of the activation
  Index layer = 0;   ///< the block; of what comes after them as many as there are
  std::vector<Index> starts;
};

/// What is put in place of activations: {name: function or array}; None is nothing.
std::shared_ptr<Trace> forward(const std::shared_ptr<const Loaded>& model, const py::object& texts,
                               const py::object& hooks);

/// The logits alone, T x V for each text: nothing else is kept.
py::list logits(const std::shared_ptr<const Loaded>& model, const py::object& texts);

/// Trace and HookPlace as Python sees them.
void add_trace(py::module_& module);

}  // namespace lab::python
