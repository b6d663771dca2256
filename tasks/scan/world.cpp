#include "tasks/scan/world.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/error.h"
#include "tasks/scan/pieces.h"

namespace tasks::scan {
namespace {

constexpr std::int64_t most_listed = 2'000'000;  // commands that are listed, not drawn one by one

std::uint64_t key_of(const ScanCommand& command) {
  std::vector<int> parts;
  for (const ScanSentence& s : command) {
    for (const int part : {static_cast<int>(s.join), int{s.verb}, static_cast<int>(s.manner),
                           static_cast<int>(s.side), int{s.times}}) {
      parts.push_back(part);
    }
  }
  return base::digest(parts);
}

using Keys = std::unordered_set<std::uint64_t>;

void require_valid(const ScanWorldConfig& c) {
  require_valid(c.rule);
  const auto in = [](const char* field, std::int64_t value, std::int64_t low, std::int64_t high) {
    base::require(low <= value && value <= high, field, ": must be in ", low, "..", high, ", got ",
                  value);
  };
  in("extra_primitives", c.extra_primitives, 0, 10000);
  in("max_sentences", c.max_sentences, 1, 64);
  in("train_items", c.train_items, 0, 10'000'000);
  in("validate_items", c.validate_items, 0, 1'000'000);
  base::require(0 <= c.alone_share && c.alone_share < 1,
                "alone_share: must be at least 0 and below 1, got ", c.alone_share);
}

/// The published commands, in random order, but for the one shown alone.
std::vector<ScanCommand> published_commands(const ScanWorldConfig& config) {
  std::vector<ScanCommand> commands = all_scan_commands(scan_primitives);
  std::erase(commands, shown_alone(config.rule.split));
  base::Random random(config.world_seed, "scan test");
  random.shuffle(std::span(commands));
  return commands;
}

std::vector<ScanCommand> test_commands(const ScanWorldConfig& config,
                                       const AllowedFragments& allowed) {
  std::vector<ScanCommand> commands = published_commands(config);
  if (config.rule.split == ScanSplit::simple) {
    commands.resize(commands.size() / 5);
    std::erase_if(commands, [&](const ScanCommand& one) { return !is_allowed(allowed, one); });
  } else {
    std::erase_if(commands, [&](const ScanCommand& command) {
      return place_of(config.rule, command) != ScanPlace::test;
    });
  }
  return commands;
}

/// What would be trained on or, of `simple`, asked, if it were allowed.
std::vector<ScanCommand> uncovered_commands(const ScanWorldConfig& config,
                                            const AllowedFragments& allowed) {
  std::vector<ScanCommand> commands = published_commands(config);
  std::erase_if(commands, [&](const ScanCommand& one) {
    return is_allowed(allowed, one) || place_of(config.rule, one) != ScanPlace::train;
  });
  return commands;
}

/// Takes from `test` (of `filler`: from what the next filler allows) the commands that are shown.
std::vector<ScanCommand> taken_for_showing(const ScanWorldConfig& config,
                                           std::vector<ScanCommand>& test) {
  const bool by_filler = config.rule.split == ScanSplit::filler;
  std::vector<ScanCommand> next;
  if (by_filler && config.rule.fillers + 1 < scan_primitives) {
    ScanRule rule = config.rule;
    ++rule.fillers;
    next = published_commands(config);
    std::erase_if(next, [&](const ScanCommand& command) {
      return place_of(config.rule, command) != ScanPlace::neither ||
             place_of(rule, command) != ScanPlace::train;
    });
  }
  std::vector<ScanCommand>& source = by_filler ? next : test;
  base::require(config.shown == 0 || !source.empty(),
                "shown: this split has no command that could be shown, got ", config.shown);
  base::require(0 <= config.shown && config.shown <= std::ssize(source), "shown: must be in 0..",
                source.size(), ", got ", config.shown);
  const auto first = source.end() - config.shown;
  const std::vector<ScanCommand> shown(first, source.end());
  source.erase(first, source.end());
  return shown;
}

/// Commands to train on and validate with, no two the same, as they are drawn.
class Supply {
 public:
  Supply(const ScanWorldConfig& config, const AllowedFragments& allowed, Keys excluded)
      : config_(config),
        allowed_(allowed),
        known_(std::move(excluded)),
        random_(config.world_seed, "scan train") {
    const std::int64_t kinds = scan_sentences(primitives());
    if (config.max_sentences > 2 || 2 * kinds * kinds > most_listed) return;
    listed_ = true;
    for (ScanCommand& command : all_scan_commands(primitives())) {
      if (std::ssize(command) <= config.max_sentences && is_new(command)) {
        list_.push_back(std::move(command));
      }
    }
    random_.shuffle(std::span(list_));
  }

  bool is_listed() const { return listed_; }

  /// `count` commands, or all that are left. Throws base::Error naming the field if there are not
  /// as many.
  std::vector<ScanCommand> take(const char* field, std::int64_t count) {
    std::vector<ScanCommand> taken;
    for (std::int64_t misses = 0; std::ssize(taken) < count; ++misses) {
      const bool empty = listed_ ? list_.empty() : misses > 1000 + 100 * count;
      base::require(!empty || !taken.empty(), field, ": no command is left for it of those that ",
                    "max_sentences, min_actions and max_actions allow, got ", count);
      base::require(!empty, field, ": must be at most ", taken.size(), ", got ", count,
                    "; there are no more such commands");
      ScanCommand command = listed_ ? std::move(list_.back()) : drawn();
      if (listed_) list_.pop_back();
      if (listed_ || is_new(command)) taken.push_back(std::move(command));
    }
    return taken;
  }

  std::vector<ScanCommand> rest() { return take("train_items", std::ssize(list_)); }

 private:
  int primitives() const { return scan_primitives + config_.extra_primitives; }

  ScanCommand drawn() { return random_scan_command(primitives(), config_.max_sentences, random_); }

  bool is_new(const ScanCommand& command) {
    return place_of(config_.rule, command) == ScanPlace::train && is_allowed(allowed_, command) &&
           known_.insert(key_of(command)).second;
  }

  const ScanWorldConfig& config_;
  const AllowedFragments& allowed_;
  Keys known_;
  base::Random random_;
  bool listed_ = false;
  std::vector<ScanCommand> list_;
};

}  // namespace

ScanWorld scan_world(const ScanWorldConfig& config) {
  require_valid(config);
  for (const CoverageRule& rule : config.coverage) {
    base::require(rule.at_least == 1, "coverage: at_least: scan does not count its pieces");
  }
  const AllowedFragments allowed =
      allowed_in_scan(config.coverage, scan_primitives + config.extra_primitives);
  ScanWorld world;
  std::vector<ScanCommand>& test = world.pools[Pool::test];
  std::vector<ScanCommand>& train = world.pools[Pool::train];
  const ScanCommand alone = shown_alone(config.rule.split);
  if (!alone.empty()) train.push_back(alone);
  test = test_commands(config, allowed);
  if (!config.coverage.empty()) world.pools[Pool::uncovered] = uncovered_commands(config, allowed);
  std::ranges::copy(taken_for_showing(config, test), std::back_inserter(train));
  Keys excluded;
  for (const auto* commands : {&test, &train}) {
    for (const ScanCommand& command : *commands) excluded.insert(key_of(command));
  }
  Supply supply(config, allowed, std::move(excluded));
  base::require(supply.is_listed() || config.train_items > 0,
                "train_items: must be given, there are more than ", most_listed, " commands");
  world.pools[Pool::validate] = supply.take("validate_items", config.validate_items);
  const std::int64_t more = config.train_items - std::ssize(train);
  base::require(config.train_items == 0 || more >= 0, "train_items: must be at least ",
                train.size(), ", got ", config.train_items);
  std::ranges::move(config.train_items == 0 ? supply.rest() : supply.take("train_items", more),
                    std::back_inserter(train));
  if (!alone.empty() && config.alone_share > 0) {
    const double others = static_cast<double>(train.size() - 1);
    const double copies = others * config.alone_share / (1 - config.alone_share);
    world.repeats = std::max<std::int64_t>(0, std::llround(copies) - 1);
  }
  return world;
}

}  // namespace tasks::scan
