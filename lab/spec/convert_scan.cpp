#include "lab/spec/convert_scan.h"

namespace lab {
namespace {

tasks::ScanSplit plain(proto::Scan::Split split) {
  switch (split) {
    case proto::Scan::SIMPLE:
      return tasks::ScanSplit::simple;
    case proto::Scan::LENGTH:
      return tasks::ScanSplit::length;
    case proto::Scan::ADD_JUMP:
      return tasks::ScanSplit::add_jump;
    case proto::Scan::ADD_TURN_LEFT:
      return tasks::ScanSplit::add_turn_left;
    case proto::Scan::JUMP_AROUND_RIGHT:
      return tasks::ScanSplit::jump_around_right;
    case proto::Scan::RIGHT:
      return tasks::ScanSplit::right;
    case proto::Scan::OPPOSITE_RIGHT:
      return tasks::ScanSplit::opposite_right;
    case proto::Scan::AROUND_RIGHT:
      return tasks::ScanSplit::around_right;
    case proto::Scan::FILLER:
      return tasks::ScanSplit::filler;
  }
  return {};
}

}  // namespace

tasks::ScanConfig plain_scan(const proto::Scan& from) {
  tasks::ScanConfig config{
      .world = {.rule = {.split = plain(from.split()), .fillers = from.fillers()},
                .extra_primitives = from.extra_primitives(),
                .max_sentences = from.max_sentences(),
                .train_items = from.train_items(),
                .validate_items = from.validate_items(),
                .shown = from.shown(),
                .alone_share = from.alone_share(),
                .world_seed = from.world_seed()}};
  config.world.rule.min_actions = from.min_actions();
  if (from.has_max_actions()) config.world.rule.max_actions = from.max_actions();
  return config;
}

}  // namespace lab
