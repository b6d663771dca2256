#pragma once
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/scan/judge.h"
#include "tasks/scan/world.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::scan {

struct ScanConfig {
  ScanWorldConfig world = {};
};

constexpr std::string_view kind_name(const ScanConfig&) { return "scan"; }

template <typename Visit>
void each_field(ScanConfig& config, const Visit& visit) {
  each_field(config.world, visit);
}

/// What to do on a command? Parts are known, their combinations are new. (SCAN, Lake and Baroni
/// 2018, 1711.00350; with more primitives and longer commands: Zhou, Jiang and Bansal 2023,
/// 2311.04420, whose generator is not public: the longer commands are our own.)
///   prompt "<scan> look opposite left twice after run right ="
///   answer "I_TURN_RIGHT I_RUN I_TURN_LEFT I_TURN_LEFT I_LOOK I_TURN_LEFT I_TURN_LEFT I_LOOK ."
///   difficulty: the most S of a training command, which is 2 in the published data
/// Pools: see ScanWorld; all are finite. In `train` the command shown alone is asked as often as
/// its share demands, every other once.
class Scan final : public Task, public FinitePools {
 public:
  using Config = ScanConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Scan(const ScanConfig& config);

  std::string_view name() const override { return "scan"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override;
  /// See random_scan_command, whatever the pools.
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the words: the same with any further primitives, in every split.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact for the published commands: the share of the most frequent actions among them.
  double chance(int difficulty) const override;
  /// "actions", "words" and "sentences".
  std::map<std::string, int> facets(const Example& example) const override;

  /// See pieces.h.
  const Fragments* fragments() const override { return &fragments_; }

  const FinitePools* finite_pools() const override { return this; }
  std::span<const Pool> pools() const override;
  std::int64_t pool_size(Pool pool, int difficulty) const override;
  Example pool_item(Pool pool, int difficulty, std::int64_t place) const override;

  const ScanWorld& world() const { return world_; }

 private:
  std::span<const Token> words_of(std::span<const Token> prompt) const;
  ScanReading reading_of(std::span<const Token> prompt) const;
  Example example_of(const ScanCommand& command) const;
  SimpleFragments made_fragments() const;

  ScanConfig config_;
  ScanWorld world_;
  ScanTokens tokens_;
  Vocabulary vocabulary_;
  SimpleFragments fragments_;
};

}  // namespace tasks::scan
