#include "tasks/blocksworld/trace.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.h"

namespace tasks::blocksworld {
namespace {

using enum BlocksWord;

constexpr blocks::Block nothing = -1;

std::size_t at(blocks::Block block) { return static_cast<std::size_t>(block); }

/// Writes traces about one problem at the end of a text.
class TraceWriter {
 public:
  TraceWriter(const BlocksworldProblem& problem, const BlocksworldText& text,
              std::vector<Token>& out)
      : problem_(problem),
        text_(text),
        out_(out),
        wanted_below_(problem.names.size(), nothing),
        wanted_above_(wanted_below_) {
    for (const auto& [predicate, block, other] : problem.goal) {
      if (predicate != blocks::BlocksPredicate::on) continue;
      wanted_below_[at(block)] = other;
      wanted_above_[at(other)] = block;
    }
  }

  /// Every block in turn: what is on it, up to what is clear, and down with all; or that it is on
  /// the table. In the order of unstack_all_plan().
  void take_apart();
  /// Of every block what it should be on: the bases are those on the table.
  void find_bases();
  /// From each base up, what each block should carry.
  void chain_up();
  void write_state(const blocks::BlocksState& state);

 private:
  Token word(BlocksWord word) const { return BlocksworldText::token(word); }
  Token name(blocks::Block block) const { return text_.name(problem_.names[at(block)]); }
  Token name_or(BlocksWord otherwise, blocks::Block block) const {
    return block == nothing ? word(otherwise) : name(block);
  }
  void line(std::initializer_list<Token> tokens) { out_.insert(out_.end(), tokens); }

  const BlocksworldProblem& problem_;
  const BlocksworldText& text_;
  std::vector<Token>& out_;
  std::vector<blocks::Block> wanted_below_, wanted_above_;
  std::vector<blocks::Block> above_;  ///< of the state that is written, kept for the next one
};

void find_above(const blocks::BlocksState& state, std::vector<blocks::Block>& above) {
  above.assign(state.support.size(), nothing);
  for (blocks::Block b = 0; b < state.size(); ++b) {
    if (state.below(b) >= 0) above[at(state.below(b))] = b;
  }
}

void TraceWriter::take_apart() {
  blocks::BlocksState state = problem_.initial;
  std::vector<blocks::Block> above, dug;
  find_above(state, above);
  for (blocks::Block b = 0; b < state.size(); ++b) {
    const bool is_base = state.below(b) == blocks::on_table;
    dug.assign(1, b);
    for (; above[at(dug.back())] != nothing; dug.push_back(above[at(dug.back())])) {
      line({name(dug.back()), word(under), name(above[at(dug.back())])});
    }
    for (; dug.size() > (is_base ? 1 : 0); dug.pop_back()) {
      line({name(dug.back()), word(clear), word(down)});
      above[at(state.below(dug.back()))] = nothing;
      state.put(dug.back(), blocks::on_table);
    }
    if (is_base) line({word(on), name(b), word(table)});
  }
}

void TraceWriter::find_bases() {
  for (blocks::Block b = 0; b < problem_.size(); ++b) {
    line({word(on), name(b), name_or(table, wanted_below_[at(b)])});
  }
}

void TraceWriter::chain_up() {
  for (blocks::Block base = 0; base < problem_.size(); ++base) {
    if (wanted_below_[at(base)] != nothing) continue;
    for (blocks::Block b = base; b != nothing; b = wanted_above_[at(b)]) {
      line({name(b), word(has), name_or(none, wanted_above_[at(b)])});
    }
  }
}

void TraceWriter::write_state(const blocks::BlocksState& state) {
  find_above(state, above_);
  BlocksWord before = left_brace;
  for (blocks::Block base = 0; base < state.size(); ++base) {
    if (state.below(base) != blocks::on_table) continue;
    line({word(std::exchange(before, beside))});
    for (blocks::Block b = base; b != nothing; b = above_[at(b)]) line({name(b)});
  }
  if (before == left_brace) line({word(left_brace)});  // the only block is in the hand
  const auto held = std::ranges::find(state.support, blocks::in_hand);
  if (held != state.support.end()) {
    line({word(hand), name(static_cast<blocks::Block>(held - state.support.begin()))});
  }
  line({word(right_brace)});
}

/// The problem and its plan with the blocks in other roles: what block b did, to[b] does.
struct Renamed {
  BlocksworldProblem problem;
  blocks::BlocksPlan plan;
};

Renamed renamed(const BlocksworldProblem& problem, const blocks::BlocksPlan& plan,
                const std::vector<blocks::Block>& to) {
  Renamed result{problem, plan};
  for (blocks::Block b = 0; b < problem.size(); ++b) {
    const blocks::Block below = problem.initial.below(b);
    result.problem.initial.put(to[at(b)], below < 0 ? below : to[at(below)]);
  }
  for (blocks::BlocksFact& fact : result.problem.goal) {
    fact = {fact.predicate, to[at(fact.block)], to[at(fact.other)]};
  }
  for (blocks::BlocksAction& action : result.plan) {
    action = {action.kind, to[at(action.block)], to[at(action.other)]};
  }
  return result;
}

/// Any order of the blocks but their own.
std::vector<blocks::Block> other_order(int blocks, base::Random& random) {
  std::vector<blocks::Block> order(at(blocks));
  std::iota(order.begin(), order.end(), 0);
  while (std::ranges::is_sorted(order)) random.shuffle(std::span(order));
  return order;
}

void blank(std::span<Token> trace) {
  for (Token& token : trace) {
    const bool brace =
        token == BlocksworldText::token(left_brace) || token == BlocksworldText::token(right_brace);
    if (!brace) token = BlocksworldText::token(filler);
  }
}

}  // namespace

std::vector<Token> traced_plan(const BlocksworldProblem& problem, const blocks::BlocksPlan& plan,
                               const BlocksworldConfig& config, const BlocksworldText& text,
                               base::Random& random) {
  std::optional<Renamed> swapped;
  if (config.trace_content == BlocksTraceContent::swapped) {
    swapped = renamed(problem, plan, other_order(problem.size(), random));
  }
  const BlocksworldProblem& told = swapped ? swapped->problem : problem;
  const blocks::BlocksPlan& told_plan = swapped ? swapped->plan : plan;
  std::vector<Token> answer;
  TraceWriter writer(told, text, answer);
  const auto show = [&](const auto& write) {
    const std::size_t begin = answer.size();
    write();
    if (config.trace_content == BlocksTraceContent::filler) blank(std::span(answer).subspan(begin));
  };
  const bool between = config.trace == BlocksTrace::progression;
  if (!between && config.trace != BlocksTrace::none) {
    if (config.trace == BlocksTrace::universal) show([&] { writer.take_apart(); });
    show([&] { writer.find_bases(); });
    show([&] { writer.chain_up(); });
    answer.push_back(BlocksworldText::token(BlocksWord::plan));
  }
  blocks::BlocksState state = told.initial;
  if (between) show([&] { writer.write_state(state); });
  for (std::size_t i = 0; i < plan.size(); ++i) {
    text.write(plan[i], problem, answer);
    if (!between) continue;
    blocks::apply(told_plan[i], state);
    show([&] { writer.write_state(state); });
  }
  return answer;
}

std::optional<std::vector<Token>> without_trace(std::span<const Token> answer) {
  const auto begin =
      std::ranges::find(answer.rbegin(), answer.rend(), BlocksworldText::token(BlocksWord::plan))
          .base();
  if (std::ranges::count(answer, BlocksworldText::token(end)) > 0) return std::nullopt;
  std::vector<Token> plan;
  bool inside = false;
  for (auto token = begin; token != answer.end(); ++token) {
    const bool opens = *token == BlocksworldText::token(left_brace);
    const bool closes = *token == BlocksworldText::token(right_brace);
    if (opens ? inside : closes && !inside) return std::nullopt;
    if (!inside && !opens && !closes) plan.push_back(*token);
    inside = opens || (inside && !closes);
  }
  if (inside) return std::nullopt;
  return plan;
}

int longest_traced_plan(int blocks, int moves, BlocksTrace trace) {
  constexpr int tokens_a_move = 5;  // unstack x y put-down x, pick-up x stack x y
  constexpr int tokens_a_line = 3;  // on x y, x has y, x under y, x clear down
  const int plan = tokens_a_move * moves;
  const int unstacked = std::max(0, moves - (blocks - 1));
  switch (trace) {
    case BlocksTrace::none:
      return plan;
    case BlocksTrace::stacking:
      return 2 * tokens_a_line * blocks + 1 + plan;
    case BlocksTrace::universal:
      return tokens_a_line * (3 * blocks + 2 * unstacked) + 1 + plan;
    case BlocksTrace::progression:
      // At most blocks - 1 bars, two braces and the hand.
      return plan + (2 * moves + 1) * (2 * blocks + 2);
  }
  return plan;
}

}  // namespace tasks::blocksworld
