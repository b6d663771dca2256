#include "lab/exchange/export.h"

#include <fmt/format.h>

#include <iostream>

#include "base/error.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/exchange/export_model.h"
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
  const exchange::ExportedPools written = exchange::export_pools(lesson, request, file);
  for (const std::string& empty : written.empty) std::cerr << "empty: " << empty << '\n';
  std::cerr << fmt::format("written: {0}: {1} examples, and {0}.manifest.json\n", file,
                           written.examples);
}

void write_model(const Arguments& arguments, const std::string& folder, exchange::PublicKind kind) {
  refuse(arguments, {"number", "pool", "difficulty", "set"},
         "goes with --out, not with --transformers or --gpt2");
  const std::string name = word(arguments, "what", "a RUN");
  const train::TrainedRun run = train::open_run(store::find_run(store_of(arguments), name), 1);
  const std::string model = exchange::export_model(run, folder, kind);
  std::cerr << fmt::format("written: {}: step {} of {} as {}, with its tokenizer\n", folder,
                           run.learned.step, run.lesson.spec.name, model);
}

base::ExitCode run(const Arguments& arguments) {
  const std::string file = text(arguments, "out", "");
  const std::string any = text(arguments, "transformers", ""), gpt2 = text(arguments, "gpt2", "");
  if (!file.empty() + !any.empty() + !gpt2.empty() != 1) {
    throw base::Error(
        "wanted --out FILE, for a SPEC's pools, or --transformers FOLDER or --gpt2 FOLDER, for a "
        "RUN",
        base::ExitCode::wrong_usage);
  }
  if (!file.empty()) write_pools(arguments, file);
  if (!any.empty()) write_model(arguments, any, exchange::PublicKind::any);
  if (!gpt2.empty()) write_model(arguments, gpt2, exchange::PublicKind::gpt2);
  return base::ExitCode::done;
}

}  // namespace

Command export_command() {
  Command command{
      "export",
      "SPEC --out FILE [-n N] [--pool P]... | RUN --transformers FOLDER",
      "pools and models in the formats of other programs",
      "--out writes the pools, a JSON object a line, and FILE.manifest.json with\n"
      "counts, digests of the questions' keys, the file's checksum and the spec.\n"
      "--transformers writes a trained model with its tokenizer for Hugging Face's\n"
      "transformers, to the same logits: as a GPT-2, where positions are rotary as a\n"
      "GPT-NeoX, where they are ALiBi's as a BLOOM, of a somewhat larger width. --gpt2\n"
      "writes a GPT-2 or nothing. What such a model cannot hold is named. The\n"
      "tokenizer pads on the left. The token that ends answers is also its padding,\n"
      "its first token, and what words become that it does not know. Texts were\n"
      "trained on without a first token: tell TransformerLens prepend_bos=False.",
      {"lab export experiments/task_hinting/smoke.textproto --out sorting.jsonl",
       "lab export experiments/task_hinting/smoke.textproto --out test.jsonl --pool test "
       "--difficulty 10:50:10 -n 500",
       "lab export 3f --transformers sorting-model"},
      {{"what", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("out", one_value(), "write the pools of a SPEC to this file");
  add("transformers", one_value(), "write the model of a RUN to this folder");
  add("gpt2", one_value(), "the same, as a GPT-2 or not at all");
  add("number,n", one_value(),
      "examples of each task, pool and difficulty, or all of a smaller pool (default: 100)");
  add("pool", many_values(), "as in `lab tasks NAME` (default: all there are)");
  add("difficulty", one_value(), "A:B:STEP or a list (default: those trained on and scored)");
  add_set(command.options);
  add_store(command.options);
  return command;
}

}  // namespace lab::command
