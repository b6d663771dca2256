#include "lab/exchange/export.h"

#include <iostream>

#include "base/error.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/exchange/gpt2.h"
#include "lab/store/run_folder.h"

namespace lab::command {
namespace {

void write_pools(const Arguments& arguments, const std::string& file) {
  exchange::ExportRequest request;
  request.examples = whole(arguments, "number", 1, 100'000'000, request.examples);
  if (has(arguments, "pool")) {
    request.pools.clear();
    for (const std::string& pool : texts(arguments, "pool")) request.pools.push_back(pool_in(pool));
  }
  if (has(arguments, "difficulty")) {
    request.difficulties = numbers_of(text(arguments, "difficulty", ""), "difficulty");
  }
  const std::filesystem::path spec = word(arguments, "what", "a SPEC file");
  const train::Lesson lesson = train::lesson_of(spec::read_spec(spec, texts(arguments, "set")));
  for (const std::string& empty : exchange::export_pools(lesson, request, file)) {
    std::cerr << "empty: " << empty << '\n';
  }
}

void write_gpt2(const Arguments& arguments, const std::string& folder) {
  refuse(arguments, {"number", "pool", "difficulty", "set"}, "goes with --out, not with --gpt2");
  const std::string name = word(arguments, "what", "a RUN");
  exchange::export_gpt2(train::open_run(store::find_run(store_of(arguments), name), 1), folder);
}

base::ExitCode run(const Arguments& arguments) {
  const std::string file = text(arguments, "out", ""), folder = text(arguments, "gpt2", "");
  if (file.empty() == folder.empty()) {
    throw base::Error("wanted --out FILE, for a SPEC's pools, or --gpt2 FOLDER, for a RUN",
                      base::ExitCode::wrong_usage);
  }
  if (folder.empty()) {
    write_pools(arguments, file);
  } else {
    write_gpt2(arguments, folder);
  }
  return base::ExitCode::done;
}

}  // namespace

Command export_command() {
  Command command{
      "export",
      "SPEC --out FILE [-n N] [--pool P]... | RUN --gpt2 FOLDER",
      "pools and models in the formats of other programs",
      "--out writes the pools, a JSON object a line, and FILE.manifest.json with counts, digests\n"
      "of the questions' keys, the file's checksum and the spec. --gpt2 writes a trained model as "
      "a\n"
      "GPT-2 with its tokenizer, for Hugging Face's transformers, where its options allow that.",
      {"lab export experiments/task_hinting/smoke.textproto --out sorting.jsonl",
       "lab export experiments/task_hinting/smoke.textproto --out test.jsonl --pool test "
       "--difficulty 10:50:10 -n 500",
       "lab export 3f --gpt2 sorting-gpt2"},
      {{"what", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("out", one_value(), "write the pools of a SPEC to this file");
  add("gpt2", one_value(), "write the model of a RUN to this folder");
  add("number,n", one_value(),
      "examples of each task, pool and difficulty, or all of a smaller pool (default: 100)");
  add("pool", many_values(), "as in `lab tasks NAME` (default: all there are)");
  add("difficulty", one_value(), "A:B:STEP or a list (default: those trained on and scored)");
  add_set(command.options);
  add_store(command.options);
  return command;
}

}  // namespace lab::command
