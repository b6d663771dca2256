#include "lab/questions/json_lines.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "lab/questions/json_line.h"

namespace lab::questions {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Which lines of a file are taken.
class TaskChoice {
 public:
  explicit TaskChoice(std::string_view wanted) : wanted_(wanted) {}

  /// Throws base::Error if that cannot be told.
  bool takes(const std::string& task) {
    named_.insert(task);
    if (wanted_.empty()) {
      base::require(named_.size() == 1, "lines are of tasks `", *named_.begin(), "` and `",
                    *named_.rbegin(), "`: say which to take, as in `only: \"", *named_.rbegin(),
                    "\"`");
      return true;
    }
    base::require(!task.empty(), "has no `task`, and lines of `", wanted_, "` are wanted");
    return task == wanted_;
  }

  void require_found(const std::string& file) const {
    if (wanted_.empty() || named_.contains(std::string(wanted_))) return;
    throw base::Error(fmt::format("{}: no line is of task `{}`; there are {}", file, wanted_,
                                  named_.empty() ? "none" : base::joined(named_)));
  }

 private:
  std::string_view wanted_;
  std::set<std::string> named_;
};

}  // namespace

void add_json_lines(std::string_view content, const std::string& file, std::string_view task,
                    tasks::file::QuestionsBuilder* builder) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  TaskChoice choice(task);
  for (std::int32_t number = 1; !content.empty(); ++number) {
    const std::string_view line = content.substr(0, content.find('\n'));
    content.remove_prefix(std::min(content.size(), line.size() + 1));
    if (is_blank(line)) continue;
    try {
      const JsonLine read = read_json_line(line);
      if (choice.takes(read.task)) builder->add(read.line, number);
    } catch (const base::Error& wrong) {
      throw base::Error(fmt::format("{}:{}: {}", file, number, wrong.what()));
    }
  }
  choice.require_found(file);
}

}  // namespace lab::questions
