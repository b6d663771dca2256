#include "base/error.h"
#include "tasks/composition/composition.h"

namespace tasks::composition {
namespace {

struct Words {
  std::string_view summary, formula;
};

/// Without making the world, which would be felt whenever the program starts.
Introduction<CompositionConfig> introduction(const WorldConfig& world, const Words& words,
                                             std::string_view prompt, std::string_view answer) {
  const std::string format = base::concat(
      "The prompt is a tuple of entities. The answer is ", words.formula,
      ",\nthen the end token. The functions are random tables that are never shown: they can\n"
      "be learned from the pool train only.");
  return {.name = std::string(name(world.formula)),
          .summary = std::string(words.summary),
          .format = format,
          .prompt = std::string(prompt),
          .answer = std::string(answer),
          .config = {.world = world}};
}

}  // namespace

std::vector<Introduction<CompositionConfig>> Composition::introductions() {
  using enum CompositionFormula;
  return {
      introduction({.formula = two_hop},
                   {"a function of a function: f2(f1(x1, x2), x3)", "f2(f1(x1, x2), x3)"},
                   "<two_hop> t2 t4 t2 =", "t16 ."),
      introduction(
          {.formula = parallel_two_hop, .entities = 12, .items = 3000},
          {"a function of two functions: f3(f1(x1, x2), f2(x3, x4))", "f3(f1(x1, x2), f2(x3, x4))"},
          "<parallel_two_hop> t2 t4 t2 t1 =", "t8 ."),
      introduction(
          {.formula = three_hop, .entities = 12, .items = 3000},
          {"three functions in a row: f3(f2(f1(x1, x2), x3), x4)", "f3(f2(f1(x1, x2), x3), x4)"},
          "<three_hop> t2 t4 t2 t1 =", "t7 ."),
      introduction(
          {.formula = chain, .hops = 4, .entities = 10, .items = 6000},
          {"any number of functions in a row, here four", "f4(f3(f2(f1(x1, x2), x3), x4), x5)"},
          "<chain> t2 t4 t2 t1 t0 =", "t1 ."),
      introduction(
          {.formula = non_tree, .items = 2400},
          {"functions that share an argument: f2(f1(x1, x2), x2, x3)", "f2(f1(x1, x2), x2, x3)"},
          "<non_tree> t2 t4 t2 =", "t7 ."),
  };
}

}  // namespace tasks::composition
