#include "tasks/catalog/catalog.h"

#include <array>
#include <utility>

#include "base/error.h"

namespace tasks {
namespace {

std::unique_ptr<const Task> made(const ParityConfig& c) { return std::make_unique<Parity>(c); }
std::unique_ptr<const Task> made(const SortingConfig& c) { return std::make_unique<Sorting>(c); }
std::unique_ptr<const Task> made(const ListHintConfig& c) {
  return std::make_unique<ListHintTask>(c);
}
std::unique_ptr<const Task> made(const ParityScratchpadConfig& c) {
  return std::make_unique<ParityScratchpad>(c);
}
std::unique_ptr<const Task> made(const CopyConfig& c) { return std::make_unique<Copy>(c); }
std::unique_ptr<const Task> made(const CountUpConfig& c) { return std::make_unique<CountUp>(c); }
std::unique_ptr<const Task> made(const ModeConfig& c) { return std::make_unique<Mode>(c); }
std::unique_ptr<const Task> made(const MajorityConfig& c) { return std::make_unique<Majority>(c); }
std::unique_ptr<const Task> made(const BooleanAndConfig& c) {
  return std::make_unique<BooleanAnd>(c);
}
std::unique_ptr<const Task> made(const CompositionConfig& c) {
  return std::make_unique<Composition>(c);
}
std::unique_ptr<const Task> made(const KnowledgeConfig& c) {
  return std::make_unique<Knowledge>(c);
}
std::unique_ptr<const Task> made(const ComparisonConfig& c) {
  return std::make_unique<ComparisonTask>(c);
}
std::unique_ptr<const Task> made(const PlanCheckConfig& c) {
  return std::make_unique<PlanCheck>(c);
}
std::unique_ptr<const Task> made(const BlocksworldConfig& c) {
  return std::make_unique<Blocksworld>(c);
}

std::unique_ptr<const Task> made(const AdditionConfig& c) { return std::make_unique<Addition>(c); }
std::unique_ptr<const Task> made(const ScanConfig& c) { return std::make_unique<Scan>(c); }

/// What a person is told about a task, beside its worked picture.
struct Words {
  std::string_view summary, format;
};

CatalogEntry entry(std::string_view name, const TaskConfig& config, const Words& words,
                   const WorkedExample& worked) {
  std::string format = base::concat(words.format, "\n  prompt  ", worked.prompt, "\n  answer  ",
                                    worked.answer, '\n');
  return {std::string(name),          std::string(words.summary), std::move(format),
          std::string(worked.prompt), std::string(worked.answer), config};
}

CatalogEntry entry(const TaskConfig& config, const Words& words, const WorkedExample& worked) {
  return entry(make_task(config)->name(), config, words, worked);
}

Words words_of(ListHint kind) {
  static constexpr std::array<Words, all_list_hints.size()> words{{
      {"the further copies of a list item, then the next larger value",
       "The prompt names an item q after =. The answer is every further copy of q, then the next\n"
       "larger value of the list, or the end token if there is none. No end token follows the\n"
       "larger value: the answer is a window into the sorted list."},
      {"the rest of the sorted list from an item on",
       "The prompt names an item q after =. The answer goes on from the first q of the sorted "
       "list\n"
       "to its end, then the end token."},
      {"the next larger distinct value of the list",
       "The prompt names an item q after =. The answer is the smallest item above q, then the end\n"
       "token; the end token alone if q is the largest."},
      {"the next smaller distinct value of the list",
       "The prompt names an item q after =. The answer is the largest item below q, then the end\n"
       "token; the end token alone if q is the smallest."},
      {"how often an item occurs in the list",
       "The prompt names an item q after =. The answer is its multiplicity, as a value token, "
       "then\n"
       "the end token."},
      {"the missing entries of the sorted list",
       "After = the prompt shows the sorted list with _ for each missing entry. The answer is the\n"
       "missing entries in order, then the end token."},
      {"control: the smallest item", "The answer is the smallest item, then the end token."},
      {"control: the largest item", "The answer is the largest item, then the end token."},
      {"control: the list as it is", "The answer is the items in their order, then the end token."},
      {"control: is the number of items odd?", "The answer is odd or even, then the end token."},
  }};
  return words[static_cast<std::size_t>(kind)];
}

/// What is not about lists, of Zhou et al. 2023 (2310.16028).
std::vector<CatalogEntry> rasp_entries() {
  return {
      entry(
          ParityScratchpadConfig{},
          {"is the number of ones odd? answered step by step, with index hints",
           "The prompt is a row of bits with a hint before each, a run h37 h38 ... from a random\n"
           "start. The answer begins with +, then gives for every one its hint and the parity of\n"
           "the ones so far, + for even and - for odd, then the end token."},
          {"<parity_scratchpad> h37 0 h38 1 h39 1 h40 0 h41 1 =", "+ h38 - h39 + h41 - ."}),
      entry(CopyConfig{},
            {"write a list of distinct items again",
             "The prompt is a list without repetitions. The answer is its items in their order, "
             "then\n"
             "the end token."},
            {"<copy> 7 2 9 =", "7 2 9 ."}),
      entry(CopyConfig{.items = CopyItems::repeated, .values = 2},
            {"write a list over two values again",
             "The prompt is a list over few values. The answer is its items in their order, then\n"
             "the end token."},
            {"<copy> 1 2 2 1 =", "1 2 2 1 ."}),
  };
}

/// What counts its items, of the same paper and of Huang et al. 2024 (2410.02140).
std::vector<CatalogEntry> counting_entries() {
  return {
      entry(
          CountUpConfig{},
          {"count from a number to a larger one",
           "The prompt is two numbers, the second no smaller. The answer is all numbers from the\n"
           "first to the second, then the end token."},
          {"<count_up> 4 8 =", "4 5 6 7 8 ."}),
      entry(
          ModeConfig{},
          {"the most frequent item of a list over five values",
           "The prompt is a list of five of the values, one of them more frequent than any other.\n"
           "The answer is that one, then the end token."},
          {"<mode> 3 1 3 2 3 =", "3 ."}),
      entry(ModeConfig{.items = ModeItems::any},
            {"the most frequent item of a list over all values",
             "The prompt is a list of any values, one of them more frequent than any other. The\n"
             "answer is that one, then the end token."},
            {"<mode> 9 17 40 9 33 2 =", "9 ."}),
      entry(MajorityConfig{},
            {"are there more ones than zeros?",
             "The prompt is a row of bits. The answer is 1 if more of them are 1 than 0, else 0, "
             "then\n"
             "the end token."},
            {"<majority> 1 0 1 1 =", "1 ."}),
      entry(
          BooleanAndConfig{},
          {"are all bits one?",
           "The prompt is 20 places: 1, 0 or blank (_). The answer is 0 if there is a 0, else 1,\n"
           "then the end token. The places after the first `difficulty` always hold 1, so that\n"
           "training at 15 never shows a 0 in the last five."},
          {"<boolean_and> 1 _ 1 0 1 1 _ 1 1 1 1 1 1 1 1 1 1 1 1 1 =", "0 ."}),
  };
}

/// Addition, of the same paper.
std::vector<CatalogEntry> addition_entries() {
  return {
      entry(AdditionConfig{},
            {"add two numbers",
             "The prompt is two numbers, padded to one digit more than the longer has. The answer\n"
             "is the digits of their sum, as many, then the end token."},
            {"<addition> 0 4 2 + 0 3 9 =", "0 8 1 ."}),
      entry(AdditionConfig{.order = DigitOrder::reversed},
            {"add two numbers, the lowest digit of the sum first",
             "The prompt is as that of addition. The answer is the digits of the sum from the "
             "lowest\n"
             "to the highest, then the end token."},
            {"<reversed_addition> 0 4 2 + 0 3 9 =", "1 8 0 ."}),
  };
}

/// Named without making the world, which would be felt whenever the program starts.
CatalogEntry composition_entry(const WorldConfig& world, const Words& words,
                               const WorkedExample& worked) {
  const std::string format = base::concat(
      "The prompt is a tuple of entities. The answer is ", words.format,
      ",\nthen the end token. The functions are random tables that are never shown: they "
      "can\nbe learned from the pool train only.");
  return entry(name(world.formula), CompositionConfig{.world = world}, {words.summary, format},
               worked);
}

/// What is not about lists, of Chang et al. 2025 (2505.20278).
std::vector<CatalogEntry> composition_entries() {
  using enum CompositionFormula;
  return {
      composition_entry({.formula = two_hop},
                        {"a function of a function: f2(f1(x1, x2), x3)", "f2(f1(x1, x2), x3)"},
                        {"<two_hop> t2 t4 t2 =", "t16 ."}),
      composition_entry(
          {.formula = parallel_two_hop, .entities = 12, .items = 3000},
          {"a function of two functions: f3(f1(x1, x2), f2(x3, x4))", "f3(f1(x1, x2), f2(x3, x4))"},
          {"<parallel_two_hop> t2 t4 t2 t1 =", "t8 ."}),
      composition_entry(
          {.formula = three_hop, .entities = 12, .items = 3000},
          {"three functions in a row: f3(f2(f1(x1, x2), x3), x4)", "f3(f2(f1(x1, x2), x3), x4)"},
          {"<three_hop> t2 t4 t2 t1 =", "t7 ."}),
      composition_entry(
          {.formula = chain, .hops = 4, .entities = 10, .items = 6000},
          {"any number of functions in a row, here four", "f4(f3(f2(f1(x1, x2), x3), x4), x5)"},
          {"<chain> t2 t4 t2 t1 t0 =", "t1 ."}),
      composition_entry(
          {.formula = non_tree, .items = 2400},
          {"functions that share an argument: f2(f1(x1, x2), x2, x3)", "f2(f1(x1, x2), x2, x3)"},
          {"<non_tree> t2 t4 t2 =", "t7 ."}),
  };
}

/// Of Wang et al. 2024 (2405.15071).
std::vector<CatalogEntry> knowledge_entries() {
  return {
      entry(
          "knowledge", KnowledgeConfig{},
          {"facts of a random knowledge graph, alone or two in a row",
           "The prompt is an entity and one or two relations. The answer is the relation of the\n"
           "entity, or the second relation of the first, then the end token. The facts are random\n"
           "and never shown otherwise: they can be learned from the pool train only."},
          {"<knowledge> e17 r4 r6 =", "e19 ."}),
      entry("comparison", ComparisonConfig{},
            {"attributes of entities, alone or two compared",
             "The prompt is an attribute and one or two entities. The answer is the value of the "
             "one,\n"
             "or less, equal or greater for the first against the second, then the end token. The\n"
             "values are random and can be learned from the pool train only."},
            {"<comparison> a3 e7 e31 =", "less ."}),
  };
}

std::vector<CatalogEntry> scan_entries() {
  return {entry("scan", ScanConfig{},
                {"carry out a command in a small language, parts known, combination new",
                 "The prompt is a command. The answer is the actions it asks for, then the end\n"
                 "token: to jump around left is four times a turn left and a jump. Spec fields\n"
                 "choose what is held out, further primitives and longer commands."},
                {"<scan> look opposite left twice after run right =",
                 "I_TURN_RIGHT I_RUN I_TURN_LEFT I_TURN_LEFT I_LOOK I_TURN_LEFT I_TURN_LEFT "
                 "I_LOOK ."})};
}

/// Planning, of Stechly et al. 2024 (2405.04776).
std::vector<CatalogEntry> blocks_entries() {
  return {
      entry(
          BlocksworldConfig{},
          {"plan how to build the towers that are wanted, one block at a time",
           "The prompt says of every block what it is on, and after goal what should be on what.\n"
           "The answer is a plan: pick-up x and put-down x from and to the table, unstack x y and\n"
           "stack x y from and to a block, with one hand; then the end token. Every plan is right\n"
           "that can be done and ends with the goal met."},
          {"<blocksworld> on b table on d table on r table goal on d b on b r =",
           "pick-up b stack b r pick-up d stack d b ."}),
      entry(
          PlanCheckConfig{},
          {"is a plan for blocks right, and where does it fail?",
           "The prompt is a question of blocksworld, then plan and a plan for it. The answer is "
           "right,\n"
           "or bad and the first action that cannot be done, or unmet and the first fact of the\n"
           "goal that does not hold at the end; then the end token. Half of the plans are right."},
          {"<plan_check> on b table on d table goal on d b plan pick-up d stack b d =",
           "bad stack b d ."}),
  };
}

std::vector<CatalogEntry> all_entries() {
  std::vector<CatalogEntry> entries{
      entry(ParityConfig{},
            {"is the number of ones odd?",
             "The prompt is a row of bits. The answer is 1 if the number of ones is odd, else 0, "
             "then\n"
             "the end token."},
            {"<parity> 1 0 1 1 =", "1 ."}),
      entry(SortingConfig{},
            {"sort a list in ascending order",
             "The prompt is a list of values, repetitions allowed. The answer is all its items in\n"
             "ascending order, then the end token."},
            {"<sort> 7 3 9 3 5 =", "3 3 5 7 9 ."}),
  };
  for (const ListHint kind : all_list_hints) {
    entries.push_back(entry(ListHintConfig{kind, {}}, words_of(kind), worked_example(kind)));
  }
  for (CatalogEntry& rasp : rasp_entries()) entries.push_back(std::move(rasp));
  for (CatalogEntry& counting : counting_entries()) entries.push_back(std::move(counting));
  for (CatalogEntry& addition : addition_entries()) entries.push_back(std::move(addition));
  for (CatalogEntry& composed : composition_entries()) entries.push_back(std::move(composed));
  for (CatalogEntry& knowledge : knowledge_entries()) entries.push_back(std::move(knowledge));
  for (CatalogEntry& scan : scan_entries()) entries.push_back(std::move(scan));
  for (CatalogEntry& blocks : blocks_entries()) entries.push_back(std::move(blocks));
  return entries;
}

}  // namespace

std::unique_ptr<const Task> make_task(const TaskConfig& config) {
  return std::visit([](const auto& c) { return made(c); }, config);
}

const std::vector<CatalogEntry>& catalog() {
  static const std::vector<CatalogEntry> entries = all_entries();
  return entries;
}

}  // namespace tasks
