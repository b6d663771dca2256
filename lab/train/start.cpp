#include "lab/train/start.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/spec/path.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "model/layers/parameters.h"
#include "model/layers/tensor_names.h"

namespace lab::train {
namespace {

using model::layers::Layout;
using model::layers::Tensor;
using Shape = std::vector<std::pair<std::string, std::string>>;

/// Those that no weight hangs on: the first values, what products are rounded to, and how many
/// positions there are, which may grow.
bool is_free(std::string_view field) {
  return field == "max_positions" || field == "tau_start" || field == "initial_scale" ||
         field == "products";
}

/// The fields that must be alike, as specs write them.
Shape shape_of(spec::ModelSpec model) {
  Shape shape;
  each_field(model, [&](std::string_view name, const auto& member) {
    if (is_free(name)) return;
    if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(member)>>) {
      const auto word = names_of(member)[static_cast<std::size_t>(member)];
      shape.emplace_back(name, base::capital_letters(word));
    } else if constexpr (std::same_as<std::remove_cvref_t<decltype(member)>, bool>) {
      shape.emplace_back(name, member ? "true" : "false");
    } else {
      shape.emplace_back(name, base::concat(member));
    }
  });
  return shape;
}

[[noreturn]] void fail_at_field(const std::string& field, const std::string& own,
                                const std::string& wanted, const spec::RunSpec& parent,
                                const spec::Origins& origins) {
  const std::string path = spec::field_path("model", field);
  origins.fail_at({path, "start.spec", "start.run"},
                  fmt::format("{} must be {}, as in `{}`, which the run starts from",
                              origins.shown(path, own), wanted, parent.name));
}

/// A table of positions may grow.
void check_positions(const spec::RunSpec& spec, const spec::RunSpec& parent,
                     const spec::Origins& origins) {
  const auto own = spec.model.over(1), theirs = parent.model.over(1);
  if (!model::layers::has_position_table(own.positions)) return;
  if (own.max_positions >= theirs.max_positions) return;
  fail_at_field("max_positions", base::concat(own.max_positions),
                base::concat("at least ", theirs.max_positions), parent, origins);
}

/// "60", "20, 40, 60", "120 steps, the nearest of them 950", "no step".
std::string in_words(const std::vector<std::int64_t>& steps, std::int64_t wanted) {
  constexpr std::size_t most_named = 5;
  const auto text = [](std::int64_t one) { return std::to_string(one); };
  if (steps.empty()) return "no step";
  if (steps.size() <= most_named) return base::joined(steps, text);
  const auto distance = [&](std::int64_t one) { return std::abs(one - wanted); };
  return fmt::format("{} steps, the nearest of them {}", steps.size(),
                     *std::ranges::min_element(steps, {}, distance));
}

void check_checkpoint(const spec::RunSpec& spec, const spec::Origins& origins,
                      const std::filesystem::path& store) {
  const auto [run, step, optimizer] = *spec.start;
  const auto folder = store::run_folder(store, run);
  if (!store::is_finished(folder)) return;
  const std::vector<std::int64_t> steps = store::checkpoint_steps(folder);
  if (std::ranges::count(steps, step) > 0) return;
  origins.fail_at(
      {"start.step", "start.spec", "start.run"},
      fmt::format(
          "start.step ({}): run {} in {} is finished and has checkpoints of {} alone: start "
          "there; or remove it (`lab runs rm {}`), and it is trained again with train {{ "
          "keep: ALL checkpoint_every: ... }} as its spec says",
          step, run, store.string(), in_words(steps, step), run));
}

}  // namespace

void check_shape(const spec::RunSpec& spec, const spec::RunSpec& parent,
                 const spec::Origins& origins) {
  const Shape own = shape_of(spec.model), theirs = shape_of(parent.model);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i].second == theirs[i].second) continue;
    fail_at_field(own[i].first, own[i].second, theirs[i].second, parent, origins);
  }
  check_positions(spec, parent, origins);
}

void check_start(const spec::RunSpec& spec, const spec::Origins& origins,
                 const std::filesystem::path& store) {
  if (!spec.start) return;
  const spec::RunSpec parent = store::parent_of(spec, store);
  check_shape(spec, parent, origins);
  check_checkpoint(spec, origins, store);
  check_start(parent, spec::Origins(parent.name), store);
}

void check_frozen(const spec::RunSpec& spec, const model::layers::TransformerConfig& model,
                  const spec::Origins& origins) {
  const std::string path = "train.frozen";
  const std::vector<std::string>& frozen = spec.train.frozen;
  if (frozen.empty()) return;
  const Layout layout = model::layers::parameters_of(model).layout;
  std::vector<std::string> names;
  for (const Tensor& tensor : layout.tensors()) names.push_back(tensor.name);
  const auto is_frozen = [&](const Tensor& tensor) {
    return std::ranges::any_of(frozen, [&](const auto& said) { return is_meant(tensor, said); });
  };
  for (const std::string& said : frozen) {
    const auto is_it = [&](const Tensor& tensor) { return is_meant(tensor, said); };
    if (std::ranges::none_of(layout.tensors(), is_it)) {
      origins.fail_at({path}, path + ": this model has no tensor `" + said + "`" +
                                  base::did_you_mean_or_all(said, names));
    }
    if (std::ranges::count(frozen, said) > 1) {
      origins.fail_at({path}, path + ": " + said + " is there twice");
    }
  }
  if (std::ranges::all_of(layout.tensors(), is_frozen)) {
    origins.fail_at({path}, path + " names every tensor, and leaves nothing to train");
  }
}

}  // namespace lab::train
