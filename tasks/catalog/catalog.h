#pragma once
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "tasks/addition/addition.h"
#include "tasks/bits/boolean_and.h"
#include "tasks/bits/majority.h"
#include "tasks/bits/parity.h"
#include "tasks/bits/parity_scratchpad.h"
#include "tasks/blocksworld/blocksworld.h"
#include "tasks/blocksworld/plan_check.h"
#include "tasks/comparison/comparison.h"
#include "tasks/composition/composition.h"
#include "tasks/file/file_task.h"
#include "tasks/knowledge/knowledge.h"
#include "tasks/lists/copy.h"
#include "tasks/lists/count_up.h"
#include "tasks/lists/list_hints.h"
#include "tasks/lists/mode.h"
#include "tasks/lists/sorting.h"
#include "tasks/scan/scan.h"

namespace tasks::catalog {

/// Task classes; a config of one of them is of the alternative in the class's place.
template <typename... Tasks>
struct TaskList {
  using Config = std::variant<typename Tasks::Config...>;
};

/// Every task that makes its questions, in the order in which people are shown them. A new task is
/// one pair of files and its name here; tasks/README.md says what proves it.
// clang-format off
using CatalogTasks = TaskList<
    bits::Parity,
    lists::Sorting,
    lists::ListHintTask,
    bits::ParityScratchpad,
    lists::Copy,
    lists::CountUp,
    lists::Mode,
    bits::Majority,
    bits::BooleanAnd,
    addition::Addition,
    composition::Composition,
    knowledge::Knowledge,
    comparison::ComparisonTask,
    scan::Scan,
    blocksworld::Blocksworld,
    blocksworld::PlanCheck>;
// clang-format on

template <typename... Tasks>
TaskList<Tasks..., file::FileTask> and_files(TaskList<Tasks...>);

/// The same, and questions of somebody's own.
using AllTasks = decltype(and_files(CatalogTasks{}));
using TaskConfig = AllTasks::Config;

/// Throws base::Error "<field>: ..." if the config is impossible, or "coverage: ..." if the rules
/// of what training may show are.
std::unique_ptr<const Task> make_task(const TaskConfig& config,
                                      std::span<const CoverageRule> rules = {});

/// Whether the questions of such a task are made of pieces of this kind. Makes the task.
bool is_made_of(const TaskConfig& config, std::string_view fragment);

/// Makes the configs of one run's tasks agree on which questions are the same: what one of them
/// holds (sameness_of, beside a config) all of them take on (agree_on). Without it a list could be
/// trained on in one order by the one and be held out in another by the other.
void agree(std::span<TaskConfig> configs);

/// A task that makes its questions, as `lab tasks` shows it, one for each name there is (each list
/// hint kind and each formula has its own): its introduction.
struct CatalogEntry {
  std::string name;     ///< "sorting", "identity_successor", ...
  std::string summary;  ///< one line: what is asked
  std::string format;   ///< prompt and answer in words and a worked picture, a few lines
  std::string prompt;   ///< of the worked picture; its right answer under the config is `answer`
  std::string answer;
  TaskConfig config;  ///< with its defaults
};
const std::vector<CatalogEntry>& catalog();

}  // namespace tasks::catalog
