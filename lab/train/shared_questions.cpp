#include "lab/train/shared_questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/error.h"
#include "base/random.h"
#include "lab/spec/endless.h"
#include "lab/train/rules.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

using Parts = std::span<const tasks::Task* const>;
using Digests = std::unordered_set<std::uint64_t>;

/// Of what the questions of a finite pool are about, at all difficulties; none of an endless one.
Digests contents_of(const tasks::Task& task, tasks::Pool pool) {
  const tasks::FinitePools* finite = task.finite_pools();
  if (finite == nullptr) return {};
  Digests digests;
  const auto [low, high] = task.difficulties();
  for (int difficulty = low; difficulty <= high; ++difficulty) {
    const std::int64_t size = finite->pool_size(pool, difficulty);
    for (std::int64_t place = 0; place < size; ++place) {
      const auto prompt = finite->pool_item(pool, difficulty, place).prompt;
      digests.insert(digest_of(task.content(prompt), false));
    }
  }
  return digests;
}

/// What a part's file asks; null of another part.
const tasks::file::Questions* questions_of(const spec::MixturePart& part) {
  const auto* file = std::get_if<tasks::file::FileConfig>(&part.task);
  return file == nullptr ? nullptr : file->questions.get();
}

[[noreturn]] void fail_as_leak(const spec::RunSpec& spec, std::size_t trained, std::size_t held_out,
                               std::size_t leaks, const std::string& where,
                               const spec::Origins& origins) {
  origins.fail_at({path_of_part(std::max(trained, held_out))},
                  fmt::format("{}: {} trains on {} questions of {} of {}; give both the same "
                              "fields, so that they hold out the same",
                              path_of_part(trained), part_of(spec, trained).name, leaks, where,
                              part_of(spec, held_out).name));
}

/// Between a file and a task that makes its questions, by the pool that this has them in.
void check_file_leak(const spec::RunSpec& spec, Parts parts, const tasks::JointVocabulary& joint,
                     std::size_t trained, std::size_t held_out, const spec::Origins& origins) {
  const tasks::file::Questions* shown = questions_of(part_of(spec, trained));
  const tasks::file::Questions* asked = questions_of(part_of(spec, held_out));
  if ((shown == nullptr) == (asked == nullptr)) return;
  const std::size_t file = shown != nullptr ? trained : held_out,
                    other = shown != nullptr ? held_out : trained;
  const tasks::file::Questions& all = shown != nullptr ? *shown : *asked;
  const PoolLookup lookup(*parts[other]);
  std::size_t leaks = 0;
  for (std::int64_t i = 0; i < all.size(); ++i) {
    const bool is_shown = all.pool(i) == tasks::Pool::train;
    if (is_shown != (file == trained)) continue;
    const auto pool = lookup.pool_of(joint.to_own(other, joint.to_joint(file, all.prompt(i))));
    leaks += pool && (*pool == tasks::Pool::train) == !is_shown ? 1 : 0;
  }
  if (leaks > 0) fail_as_leak(spec, trained, held_out, leaks, "held-out pools", origins);
}

void check_leak(const spec::RunSpec& spec, Parts parts, std::size_t trained, std::size_t held_out,
                const spec::Origins& origins) {
  const Digests shown = contents_of(*parts[trained], tasks::Pool::train);
  if (shown.empty()) return;
  for (const tasks::Pool pool : tasks::pools_of(*parts[held_out])) {
    if (pool == tasks::Pool::train) continue;
    std::size_t leaks = 0;
    for (const std::uint64_t one : contents_of(*parts[held_out], pool)) leaks += shown.count(one);
    if (leaks == 0) continue;
    fail_as_leak(spec, trained, held_out, leaks, fmt::format("pool {}", tasks::name(pool)),
                 origins);
  }
}

/// Whether `other` takes this as a prompt of its own, and its answer for wrong.
bool contradicts(const tasks::Task& other, const std::vector<tasks::Token>& prompt,
                 const std::vector<tasks::Token>& answer) {
  const auto is_unknown = [](tasks::Token token) { return token < 0; };
  if (std::ranges::any_of(prompt, is_unknown)) return false;
  try {
    return !other.solves(prompt, answer);
  } catch (const base::Error&) {
    return false;  // no prompt of that task
  }
}

void check_told_apart(const spec::RunSpec& spec, Parts parts, const tasks::JointVocabulary& joint,
                      std::size_t one, std::size_t other, const spec::Origins& origins) {
  constexpr std::uint64_t asked = 50;
  const auto [low, high] = part_of(spec, one).difficulty;
  for (std::uint64_t i = 0; i < asked; ++i) {
    base::Random random(0, "told apart", i);
    const int difficulty = low + static_cast<int>(random.below(high - low + 1));
    if (spec::text_size(*parts[one], difficulty).tokens == 0) continue;  // a file without such
    const tasks::Example example = parts[one]->sample(difficulty, random);
    const auto as_other = [&](std::span<const tasks::Token> tokens) {
      return joint.to_own(other, joint.to_joint(one, tokens));
    };
    if (!contradicts(*parts[other], as_other(example.prompt), as_other(example.answer))) continue;
    const tasks::Vocabulary& words = parts[one]->vocabulary();
    origins.fail_at(
        {path_of_part(std::max(one, other))},
        fmt::format("{} and {} ask the same and want other answers: `{}` has the answer `{}` in {} "
                    "alone, and nothing in the prompt tells which is meant; train them in runs of "
                    "their own, or set weight: 0 where a part is only to be asked",
                    path_of_part(std::min(one, other)), path_of_part(std::max(one, other)),
                    words.text(example.prompt), words.text(example.answer),
                    part_of(spec, one).name));
  }
}

}  // namespace

PoolLookup::PoolLookup(const tasks::Task& task) : task_(task) {
  const tasks::FinitePools* finite = task.finite_pools();
  if (finite == nullptr) return;
  const auto [low, high] = task.difficulties();
  for (const tasks::Pool pool : finite->pools()) {
    for (int difficulty = low; difficulty <= high; ++difficulty) {
      const std::int64_t size = finite->pool_size(pool, difficulty);
      for (std::int64_t i = 0; i < size; ++i) {
        by_key_[task.question_key(finite->pool_item(pool, difficulty, i).prompt)] = pool;
      }
    }
  }
}

std::optional<tasks::Pool> PoolLookup::pool_of(std::span<const tasks::Token> prompt) const try {
  if (std::ranges::any_of(prompt, [](tasks::Token token) { return token < 0; })) return {};
  if (task_.finite_pools() != nullptr) {
    const auto found = by_key_.find(task_.question_key(prompt));
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
  }
  task_.question_key(prompt);  // of a prompt that is none it throws
  for (const tasks::Pool pool : tasks::pools_of(task_)) {
    if (tasks::is_in(task_, pool, prompt)) return pool;
  }
  return {};
} catch (const base::Error&) {
  return {};  // no prompt of that task
}

void check_shared_questions(const spec::RunSpec& spec, Parts parts,
                            const tasks::JointVocabulary& joint, const spec::Origins& origins) {
  for (std::size_t trained = 0; trained < parts.size(); ++trained) {
    if (!part_of(spec, trained).is_trained()) continue;  // only asked
    for (std::size_t other = 0; other < parts.size(); ++other) {
      if (trained == other) continue;
      if (part_of(spec, other).is_trained()) {
        check_told_apart(spec, parts, joint, trained, other, origins);
      }
      check_leak(spec, parts, trained, other, origins);
      check_file_leak(spec, parts, joint, trained, other, origins);
    }
  }
}

}  // namespace lab::train
