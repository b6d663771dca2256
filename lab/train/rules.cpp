#include "lab/train/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/spec/endless.h"
#include "lab/spec/label.h"
#include "lab/spec/path.h"
#include "lab/spec/text.h"
#include "lab/train/mixture.h"

namespace lab::train {
namespace {

constexpr std::int64_t most_tokens_a_step = 100'000'000;

template <typename Number>
std::string shown(const spec::Origins& origins, const std::string& path, Number value) {
  return origins.shown(path, spec::readable(static_cast<double>(value)));
}

/// The model as far as the rules look at it: none reads the vocabulary.
model::layers::TransformerConfig over_any_vocabulary(const spec::ModelSpec& model) {
  return model.over(1);
}

void check_model(const spec::ModelSpec& spec, const spec::Origins& origins) {
  const model::layers::TransformerConfig model = over_any_vocabulary(spec);
  const std::string heads = shown(origins, "model.heads", model.heads);
  const std::string width = shown(origins, "model.width", model.width);
  if (model.width % model.heads != 0) {
    origins.fail_at({"model.heads", "model.width"}, heads + " must divide " + width);
  }
  if (model::layers::turns_queries(model.positions) && model.width / model.heads % 2 != 0) {
    origins.fail_at({"model.heads", "model.width", "model.positions"},
                    width + " / " + heads + " must be even for ROTARY positions");
  }
}

void check_train(const spec::RunSpec& spec, const spec::Origins& origins) {
  const auto& train = spec.train;
  if (origins.exact("train.steps") == nullptr) {
    origins.fail_at({"train.steps"}, "train.steps must be given");
  }
  if (train.warmup > train.steps) {
    origins.fail_at({"train.warmup", "train.steps"},
                    shown(origins, "train.warmup", train.warmup) + " must be at most " +
                        shown(origins, "train.steps", train.steps));
  }
}

/// What a task offers, in the words of its fields.
std::string offered(const spec::MixturePart& part, tasks::Range range) {
  return fmt::format("the difficulties of {}, {} to {}", part.name, range.low, range.high);
}

void check_difficulty(const spec::MixturePart& part, const tasks::Task& task,
                      const std::string& path, const spec::Origins& origins) {
  const std::string low = spec::field_path(path, "difficulty.low"),
                    high = spec::field_path(path, "difficulty.high");
  const auto& range = part.difficulty;
  const tasks::Range all = task.difficulties();
  const std::string wanted = " must be within " + offered(part, all);
  if (!all.contains(range.low)) {
    origins.fail_at({low, path}, shown(origins, low, range.low) + wanted);
  }
  if (!all.contains(range.high)) {
    origins.fail_at({high, path}, shown(origins, high, range.high) + wanted);
  }
  if (range.low > range.high) {
    origins.fail_at({low, high}, shown(origins, low, range.low) + " must be at most " +
                                     shown(origins, high, range.high));
  }
}

void check_curriculum(const spec::RunSpec& spec, const spec::MixturePart& part,
                      const std::string& part_path, const spec::Origins& origins) {
  if (!part.curriculum) return;
  const std::string path = spec::field_path(part_path, "curriculum");
  const std::string first = spec::field_path(path, "first"),
                    steps = spec::field_path(path, "steps");
  if (origins.exact(steps) == nullptr) origins.fail_at({path}, steps + " must be given");
  if (part.curriculum->steps >= spec.train.steps) {
    origins.fail_at({steps, "train.steps"},
                    fmt::format("{} must be below {}, or the hardest is never trained on",
                                shown(origins, steps, part.curriculum->steps),
                                shown(origins, "train.steps", spec.train.steps)));
  }
  const auto [low, high] = part.difficulty;
  const int begin = part.curriculum->first.value_or(low);
  if (begin >= low && begin < high) return;
  origins.fail_at({first, path},
                  fmt::format("{} must be at least {} and below {}, the {}.difficulty it rises in",
                              shown(origins, first, begin), low, high, part_path));
}

void check_items(const spec::MixturePart& part, const std::string& part_path,
                 const spec::Origins& origins) {
  std::int64_t least = 0;
  for (int at = part.difficulty.low; at <= part.difficulty.high; ++at) least += part.trains_on(at);
  if (part.train_items == 0 || part.train_items >= least) return;
  const std::string path = spec::field_path(part_path, "train_items");
  origins.fail_at({path}, fmt::format("{} must be at least {}, one for each difficulty trained on",
                                      shown(origins, path, part.train_items), least));
}

void check_lengths(const spec::MixturePart& part, const std::string& part_path,
                   const spec::Origins& origins) {
  if (part.lengths != spec::Lengths::listed) return check_items(part, part_path, origins);
  const std::string path = spec::field_path(part_path, "shares");
  const auto [low, high] = part.difficulty;
  const auto wanted = static_cast<std::size_t>(high - low + 1);
  if (part.shares.size() != wanted) {
    origins.fail_at({path, spec::field_path(part_path, "lengths")},
                    fmt::format("{}: wanted {}, one for each difficulty from {} to {}, found {}",
                                path, wanted, low, high, part.shares.size()));
  }
  const int first = part.curriculum ? part.curriculum->first.value_or(low) : high;
  const auto end = part.shares.begin() + (first - low + 1);
  if (std::all_of(part.shares.begin(), end, [](double share) { return share == 0; })) {
    origins.fail_at(
        {path},
        fmt::format("{}: none above 0 up to difficulty {}, where training begins", path, first));
  }
  check_items(part, part_path, origins);
}

/// Something must be trained on at the first step and at the last; between them it then is.
void check_weights(const spec::RunSpec& spec, const spec::Origins& origins) {
  double first = 0, last = 0;
  for (std::size_t part = 0; part <= spec.hints.size(); ++part) {
    const spec::MixturePart& one = part_of(spec, part);
    const std::string path = spec::field_path(path_of_part(part), "last_weight");
    if (one.last_weight == one.weight) {
      origins.fail_at({path},
                      shown(origins, path, one.weight) + " is what `weight` is: leave it out");
    }
    first += one.weight;
    last += one.last_weight.value_or(one.weight);
  }
  if (!spec.main.is_trained()) {
    origins.fail_at({"task.weight"}, "task.weight (0) must be above 0: it is what is trained");
  }
  if (first > 0 && last > 0) return;
  origins.fail_at({"task.last_weight", "task.weight"},
                  fmt::format("task: every weight is 0 at the {} step, and nothing is trained on",
                              first > 0 ? "last" : "first"));
}

void check_names(const spec::RunSpec& spec, const spec::Origins& origins) {
  spec::check_label(spec.main.name, "task.name", origins);
  std::vector<std::string> taken{spec.main.name};
  for (std::size_t i = 0; i < spec.hints.size(); ++i) {
    const std::string path = spec::field_path(spec::item_path("hint", static_cast<int>(i)), "name");
    const std::string& name = spec.hints[i].name;
    spec::check_label(name, path, origins);
    if (std::ranges::find(taken, name) != taken.end()) {
      origins.fail_at({path}, origins.shown(path, name) + " is the name of another part: set it");
    }
    taken.push_back(name);
  }
}

void check_score(const spec::RunSpec& spec, const tasks::Task& task, const spec::Origins& origins) {
  const auto& score = spec.score;
  const tasks::Range all = task.difficulties();
  for (std::size_t i = 0; i < score.difficulties.size(); ++i) {
    const int difficulty = score.difficulties[i];
    const std::string path = "score.difficulties";
    if (!all.contains(difficulty)) {
      origins.fail_at({path, "score.range"}, fmt::format("{} ({}) must be within {}", path,
                                                         difficulty, offered(spec.main, all)));
    }
    if (i > 0 && difficulty == score.difficulties[i - 1]) {
      origins.fail_at({path}, fmt::format("{}: {} is there twice", path, difficulty));
    }
  }
  if (std::ranges::adjacent_find(score.pools) != score.pools.end()) {
    origins.fail_at({"score.pools"}, "score.pools: a pool is there twice");
  }
}

void check_facets(const spec::RunSpec& spec, const tasks::Task& task,
                  const spec::Origins& origins) {
  if (spec.score.facets.empty()) return;
  std::vector<std::string> names = task.facet_names();
  for (const tasks::FragmentKind& kind : fragment_kinds(task)) names.push_back(unseen_facet(kind));
  for (const std::string& facet : spec.score.facets) {
    if (std::ranges::count(spec.score.facets, facet) > 1) {
      origins.fail_at({"score.facets"}, "score.facets: " + facet + " is there twice");
    }
    if (std::ranges::count(names, facet) > 0) continue;
    origins.fail_at({"score.facets"}, "score.facets: " + spec.main.name + " has no facet `" +
                                          facet + "`" + base::did_you_mean(facet, names) +
                                          "; it has " + base::joined(names));
  }
}

void check_length(std::int64_t length, const std::string& what, const spec::RunSpec& spec,
                  const spec::Origins& origins, const std::string& path) {
  const model::arithmetic::Index positions = over_any_vocabulary(spec.model).max_positions;
  if (length > positions) {
    const std::string limit = shown(origins, "model.max_positions", positions);
    origins.fail_at({"model.max_positions", path},
                    fmt::format("{} must be at least {}, for {}", limit, length, what));
  }
}

/// Difficulties are not monotone in length for every task, but they are in what they promise.
void check_part_length(const spec::MixturePart& part, const tasks::Task& task,
                       const std::string& path, const spec::RunSpec& spec,
                       const spec::Origins& origins) {
  const int difficulty = part.difficulty.high;
  const std::int64_t length = spec::text_size(task, difficulty).tokens;
  const std::string high = spec::field_path(path, "difficulty.high");
  check_length(length, fmt::format("{} at difficulty {}", part.name, difficulty), spec, origins,
               high);
  if (length * spec.train.batch > most_tokens_a_step) {
    origins.fail_at(
        {"train.batch", high},
        fmt::format("{} times {} tokens must be at most {}",
                    shown(origins, "train.batch", spec.train.batch), length, most_tokens_a_step));
  }
}

void check_scored_length(const spec::RunSpec& spec, const tasks::Task& task,
                         const spec::Origins& origins) {
  const int difficulty = *std::ranges::max_element(spec.score.difficulties);
  const std::string path =
      origins.exact("score.range") != nullptr ? "score.range" : "score.difficulties";
  check_length(spec::text_size(task, difficulty).tokens,
               fmt::format("{} at difficulty {}", spec.main.name, difficulty), spec, origins, path);
}

}  // namespace

const spec::MixturePart& part_of(const spec::RunSpec& spec, std::size_t part) {
  return part == 0 ? spec.main : spec.hints[part - 1];
}

std::string path_of_part(std::size_t part) {
  return part == 0 ? "task" : spec::item_path("hint", static_cast<int>(part) - 1);
}

void check_fields(const spec::RunSpec& spec, const spec::Origins& origins) {
  check_model(spec.model, origins);
  check_train(spec, origins);
  check_names(spec, origins);
  check_weights(spec, origins);
}

void check_part(const spec::RunSpec& spec, std::size_t part, const tasks::Task& task,
                const spec::Origins& origins) {
  const std::string path = path_of_part(part);
  check_difficulty(part_of(spec, part), task, path, origins);
  check_curriculum(spec, part_of(spec, part), path, origins);
  check_lengths(part_of(spec, part), path, origins);
  if (part == 0) {
    check_score(spec, task, origins);
    check_facets(spec, task, origins);
  }
  check_part_length(part_of(spec, part), task, path, spec, origins);
  if (part == 0) check_scored_length(spec, task, origins);
}

}  // namespace lab::train
