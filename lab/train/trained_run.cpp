#include "lab/train/trained_run.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "lab/store/descent.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/memory.h"
#include "lab/train/start.h"
#include "model/layers/parameters.h"

namespace lab::train {
namespace {

using model::arithmetic::Index;
using model::layers::Flat;
using model::layers::Layout;
using model::layers::Tensor;
using model::training::TrainingState;

const Tensor* tensor_named(const Layout& layout, const std::string& name) {
  const auto found = std::ranges::find(layout.tensors(), name, &Tensor::name);
  return found == layout.tensors().end() ? nullptr : &*found;
}

/// For each row of a tensor of the child the parent's that it takes over; nothing: it stays fresh.
class RowMap {
 public:
  RowMap(const tasks::Vocabulary& child, const tasks::Vocabulary& parent) {
    for (const std::string& token : child.names()) {
      tokens_.push_back(parent.contains(token) ? std::optional<Index>(parent.id(token))
                                               : std::nullopt);
    }
  }

  std::optional<Index> of(const Tensor& from, Index row) const {
    const bool by_token = from.name == "embedding" || from.name == "head";
    if (by_token) return tokens_[static_cast<std::size_t>(row)];
    return row < from.slot.rows ? std::optional(row) : std::nullopt;
  }

 private:
  std::vector<std::optional<Index>> tokens_;
};

/// Copies rows of `from` over those of `to`.
void take_over(const Layout& from_layout, const Flat<float>& from, const RowMap& rows,
               const Layout& to_layout, Flat<float>& to) {
  for (const Tensor& tensor : to_layout.tensors()) {
    const Tensor* source = tensor_named(from_layout, tensor.name);
    base::promise(source != nullptr && source->slot.cols == tensor.slot.cols,
                  "models of one shape have the same tensors");
    for (Index row = 0; row < tensor.slot.rows; ++row) {
      const std::optional<Index> other = rows.of(*source, row);
      if (!other) continue;
      const auto begin = from.begin() + source->slot.offset + *other * source->slot.cols;
      std::copy_n(begin, tensor.slot.cols,
                  to.begin() + tensor.slot.offset + row * tensor.slot.cols);
    }
  }
}

}  // namespace

TrainedRun open_run(const std::filesystem::path& folder, int threads) {
  Lesson lesson = lesson_of_stored(store::spec_in(folder));
  require_memory(memory_to_open(lesson), base::ExitCode::bad_data);
  const spec::RunSpec& spec = lesson.spec;
  model::training::Learner learner(lesson.model, threads, threads);  // answers hang on no lanes
  std::optional<model::training::TrainingState> learned =
      store::load_newest(folder, learner.layout(), spec.fingerprint);
  base::require(learned.has_value(), folder.string(),
                ": the run has no checkpoint yet; `lab train ", folder.string(),
                "/spec.textproto` trains it");
  return {std::move(lesson), std::move(learner), std::move(*learned)};
}

const model::layers::Flat<float>& scored_weights(const model::training::TrainingState& learned) {
  return learned.average.empty() ? learned.weights : learned.average;
}

TrainingState started(const Lesson& lesson, const Layout& layout, TrainingState fresh,
                      const std::filesystem::path& store) {
  const spec::StartSpec& start = *lesson.spec.start;
  const Lesson parent = lesson_of(store::parent_of(lesson.spec, store));
  check_shape(lesson.spec, parent.spec, spec::Origins(lesson.spec.name));
  const Layout from = model::layers::parameters_of(parent.model).layout;
  const TrainingState learned = model::files::load_checkpoint(
      store::checkpoint_folder(store::run_folder(store, start.run), start.step), from, start.run);
  const RowMap rows(lesson.mixture.joint().vocabulary(), parent.mixture.joint().vocabulary());
  const bool kept = start.optimizer == spec::StartOptimizer::kept;
  const bool averaged = !fresh.average.empty();
  take_over(from, kept ? learned.weights : scored_weights(learned), rows, layout, fresh.weights);
  if (averaged) fresh.average = fresh.weights;
  if (!kept) return fresh;
  take_over(from, learned.first, rows, layout, fresh.first);
  take_over(from, learned.second, rows, layout, fresh.second);
  if (averaged && !learned.average.empty()) {
    take_over(from, learned.average, rows, layout, fresh.average);
  }
  fresh.earlier_steps = learned.step + learned.earlier_steps;
  return fresh;
}

}  // namespace lab::train
