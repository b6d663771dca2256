#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "tasks/fragment.h"
#include "tasks/pool_names.h"
#include "tasks/scan/splits.h"

namespace tasks::scan {

/// What decides which commands are trained on and which are asked.
struct ScanWorldConfig {
  ScanRule rule = {};
  int extra_primitives = 0;  ///< beside look, walk, run and jump, in training
  int max_sentences = 2;     ///< S of a training command; the published data have at most 2
  /// Different training commands drawn from those there may be; 0: all of them (up to 2 million).
  /// With equal numbers, more primitives and longer commands mean more complex data, and more steps
  /// mean more repetition.
  int train_items = 0;
  int validate_items = 1000;  ///< drawn first, as the training commands are
  /// Test commands that are trained on instead ("few shots"), at random. Of `filler`: commands with
  /// the next filler.
  int shown = 0;
  /// Of the training questions, how many are the command that add_jump and add_turn_left show alone
  /// (published: a tenth). 0: it comes once.
  double alone_share = 0.1;
  std::uint64_t world_seed = 0;             ///< of what is drawn at random
  std::vector<CoverageRule> coverage = {};  ///< of the pieces of training commands (pieces.h)
};

template <typename Visit>
void each_field(ScanWorldConfig& config, const Visit& visit) {
  each_field(config.rule, visit);
  visit("extra_primitives", config.extra_primitives);
  visit("max_sentences", config.max_sentences);
  visit("train_items", config.train_items);
  visit("validate_items", config.validate_items);
  visit("shown", config.shown);
  visit("alone_share", config.alone_share);
  visit("world_seed", config.world_seed);
}

/// The pools of a config. The test commands are always some of the 20,910 published ones (four
/// primitives, at most two S), whatever is trained on: those where the rule puts them; of `simple`
/// a fifth, drawn. No command is in two pools.
/// With rules of coverage: `train`, `validate` and the test commands of `simple` are those whose
/// pieces are all allowed, but for a command shown alone and what is shown of a test. `uncovered`
/// has the other published commands, of `simple` all, else those that the split would train on.
struct ScanWorld {
  std::map<Pool, std::vector<ScanCommand>> pools;  ///< train, validate, test; different commands. A
                                                   ///< command shown alone is the first of `train`
  std::int64_t repeats = 0;  ///< further times that the first of `train` is asked
};

/// Throws base::Error "<field>: ..." if there is no such world.
ScanWorld scan_world(const ScanWorldConfig& config);

}  // namespace tasks::scan
