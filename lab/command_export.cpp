#include "base/error.h"
#include "lab/command.h"
#include "lab/command_options.h"
#include "lab/export.h"

namespace lab {
namespace {

int run(const Arguments& arguments) {
  const std::filesystem::path spec = word(arguments, "spec", "a SPEC file");
  const std::string file = text(arguments, "out", "");
  if (file.empty()) throw base::Error("wanted --out FILE", 2);
  ExportRequest request;
  request.examples = whole(arguments, "number", 1, 100'000'000, request.examples);
  if (has(arguments, "pool")) {
    request.pools.clear();
    for (const std::string& pool : texts(arguments, "pool")) request.pools.push_back(pool_in(pool));
  }
  if (has(arguments, "difficulty")) {
    request.difficulties = numbers_of(text(arguments, "difficulty", ""), "difficulty");
  }
  export_pools(read_spec(spec, texts(arguments, "set")), request, file);
  return 0;
}

}  // namespace

Command export_command() {
  Command command{
      "export",
      "SPEC --out FILE [-n N] [--pool P]... [--difficulty A:B:STEP]",
      "the pools as JSONL, for other programs, with a manifest",
      "Writes FILE, a JSON object a line, and FILE.manifest.json with counts, digests of\n"
      "the questions' keys, the file's checksum and the spec.",
      {"lab export experiments/task_hinting/smoke.textproto --out sorting.jsonl",
       "lab export experiments/task_hinting/smoke.textproto --out test.jsonl --pool test "
       "--difficulty 10:50:10 -n 500"},
      {},
      {},
      run};
  auto add = command.options.add_options();
  add("spec", one_value());
  add("out", one_value(), "the file to write");
  add("number,n", one_value(),
      "examples of each task, pool and difficulty, or all of a smaller pool (default: 100)");
  add("pool", many_values(), "as in `lab tasks NAME` (default: all there are)");
  add("difficulty", one_value(), "A:B:STEP or a list (default: those trained on and scored)");
  add_set(command.options);
  command.positionals.add("spec", 1);
  return command;
}

}  // namespace lab
