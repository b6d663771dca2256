#include "lab/spec/convert_blocks.h"

namespace lab {
namespace {

// protobuf hands out enum values that its own parser checked, so every switch below ends in a case.

tasks::BlocksClass plain(proto::Blocksworld::Class problems) {
  switch (problems) {
    case proto::Blocksworld::TABLE_TO_STACK:
      return tasks::BlocksClass::table_to_stack;
    case proto::Blocksworld::SINGLE_GOAL_STACK:
      return tasks::BlocksClass::single_goal_stack;
    case proto::Blocksworld::LEXICOGRAPHIC:
      return tasks::BlocksClass::lexicographic;
    case proto::Blocksworld::K_TOWERS:
      return tasks::BlocksClass::k_towers;
    case proto::Blocksworld::GENERAL:
      return tasks::BlocksClass::general;
  }
  return {};
}

tasks::BlocksGoalOrder plain(proto::Blocksworld::GoalOrder order) {
  switch (order) {
    case proto::Blocksworld::BOTTOM_UP:
      return tasks::BlocksGoalOrder::bottom_up;
    case proto::Blocksworld::TOP_DOWN:
      return tasks::BlocksGoalOrder::top_down;
    case proto::Blocksworld::ALPHABETICAL:
      return tasks::BlocksGoalOrder::alphabetical;
    case proto::Blocksworld::SHUFFLED:
      return tasks::BlocksGoalOrder::shuffled;
  }
  return {};
}

tasks::BlocksPlanner plain(proto::Blocksworld::Planner planner) {
  switch (planner) {
    case proto::Blocksworld::UNSTACK_ALL:
      return tasks::BlocksPlanner::unstack_all;
    case proto::Blocksworld::UNSTACK_STACK:
      return tasks::BlocksPlanner::unstack_stack;
    case proto::Blocksworld::GREEDY:
      return tasks::BlocksPlanner::greedy;
    case proto::Blocksworld::OPTIMAL:
      return tasks::BlocksPlanner::optimal;
  }
  return {};
}

tasks::BlocksTrace plain(proto::Blocksworld::Trace trace) {
  switch (trace) {
    case proto::Blocksworld::PLAN_ONLY:
      return tasks::BlocksTrace::none;
    case proto::Blocksworld::STACKING:
      return tasks::BlocksTrace::stacking;
    case proto::Blocksworld::UNIVERSAL:
      return tasks::BlocksTrace::universal;
    case proto::Blocksworld::PROGRESSION:
      return tasks::BlocksTrace::progression;
  }
  return {};
}

tasks::BlocksTraceContent plain(proto::Blocksworld::TraceContent content) {
  switch (content) {
    case proto::Blocksworld::OWN:
      return tasks::BlocksTraceContent::own;
    case proto::Blocksworld::SWAPPED:
      return tasks::BlocksTraceContent::swapped;
    case proto::Blocksworld::FILLER:
      return tasks::BlocksTraceContent::filler;
  }
  return {};
}

}  // namespace

tasks::BlocksworldConfig plain_blocksworld(const proto::Blocksworld& blocks) {
  return {.problems = plain(blocks.problems()),
          .towers = blocks.towers(),
          .goal_order = plain(blocks.goal_order()),
          .planner = plain(blocks.planner()),
          .trace = plain(blocks.trace()),
          .trace_content = plain(blocks.trace_content()),
          .names = blocks.names(),
          .max_blocks = blocks.max_blocks()};
}

}  // namespace lab
