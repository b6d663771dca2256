#include "lab/train/memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "lab/spec/endless.h"
#include "lab/train/packing.h"
#include "model/training/memory.h"
#include "model/transformer/decode.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

constexpr std::int64_t of_the_program = 18'000'000;  // measured: `lab train` with next to nothing
constexpr std::int64_t of_a_question = 400;          // beside its tokens: its parts and its row
constexpr std::int64_t of_a_token = 4;               // of a question, and twice in a batch
constexpr std::int64_t of_a_place = 8;               // in its pool
constexpr std::int64_t of_an_answer = 24;            // target, row, weight and what was said

/// What goes through the model at once where chunks are closed by the text that brings them to
/// `tokens` rows.
model::training::ChunkSize chunk_of(const tasks::TextSize& text, std::int64_t tokens,
                                    std::int64_t texts) {
  const std::int64_t rows = std::min(tokens - 1 + text.tokens, texts * text.tokens);
  return {rows, std::min(rows, rows / text.tokens * text.answer + text.answer), text.tokens};
}

std::int64_t packed(const tasks::TextSize& text, std::int64_t texts) {
  return texts * (of_a_question + 3 * of_a_token * text.tokens + of_an_answer * text.answer);
}

tasks::TextSize larger(const tasks::TextSize& a, const tasks::TextSize& b) {
  return {std::max(a.tokens, b.tokens), std::max(a.answer, b.answer)};
}

tasks::TextSize largest_trained(const Lesson& lesson) {
  tasks::TextSize largest{1, 1};
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const spec::MixturePart& one = lesson.mixture.part(part);
    if (!one.is_trained()) continue;
    largest = larger(largest, spec::text_size(lesson.mixture.task(part), one.difficulty.high));
  }
  return largest;
}

/// Questions of one part.
struct Asked {
  tasks::TextSize largest{1, 1};
  std::int64_t bytes = 0;  ///< of all, as they are kept
  std::int64_t most = 1;   ///< questions asked at a time
};

Asked asked_of(const Lesson& lesson, std::size_t part) {
  const spec::ScoreSpec& score = lesson.spec.score;
  const tasks::Task& task = lesson.mixture.task(part);
  Asked asked;
  for (const int difficulty : score.difficulties) {
    if (!task.difficulties().contains(difficulty)) continue;
    const tasks::TextSize text = spec::text_size(task, difficulty);
    asked.largest = larger(asked.largest, text);
    for (const tasks::Pool pool : score.pools) {
      if (!tasks::has_pool(task, pool)) continue;
      const auto size = tasks::pool_size(task, pool, difficulty);
      const std::int64_t count =
          std::min<std::int64_t>(score.examples, size.value_or(score.examples));
      asked.most = std::max(asked.most, count);
      asked.bytes += count * (of_a_question + of_a_token * text.tokens);
    }
  }
  return asked;
}

MemoryShare questions_share(const Lesson& lesson, const Asked& asked) {
  return {fmt::format("the questions, {} for each pool and difficulty", lesson.spec.score.examples),
          asked.bytes, "the number of examples asked, or the difficulties"};
}

std::string texts_up_to(std::int64_t tokens) {
  return fmt::format("texts of up to {} tokens", tokens);
}

/// Forward passes over whole texts on all lanes; and decoding, if answers are judged.
std::int64_t scoring_bytes(const Lesson& lesson, std::size_t part, const Asked& asked, int lanes,
                           int threads) {
  const auto chunk = chunk_of(asked.largest, scoring_chunk_tokens, asked.most);
  const std::int64_t passes = lanes * model::training::bytes_to_score(lesson.model, chunk) +
                              packed(asked.largest, asked.most);
  if (tasks::has_unique_answers(lesson.mixture.task(part))) return passes;
  return passes + threads * model::training::bytes_to_decode(lesson.model,
                                                             model::transformer::decode_group_size,
                                                             asked.largest.tokens);
}

std::int64_t training_bytes(const Lesson& lesson, const tasks::TextSize& text, int lanes) {
  const spec::TrainSpec& train = lesson.spec.train;
  const auto chunk = chunk_of(text, train.chunk_tokens, train.batch);
  return lanes * model::training::bytes_to_train(lesson.model, chunk) + packed(text, train.batch);
}

/// What the lanes hold: training takes more but where texts are asked that are far longer.
MemoryShare lanes_share(const Lesson& lesson, const Asked& asked, int threads) {
  const spec::TrainSpec& train = lesson.spec.train;
  const tasks::TextSize text = largest_trained(lesson);
  const int lanes = std::min(train.lanes, train.batch);
  const std::int64_t training = training_bytes(lesson, text, lanes),
                     scoring = scoring_bytes(lesson, 0, asked, train.lanes, threads);
  if (training >= scoring) {
    return {fmt::format("training, lanes: {}, {}", lanes, texts_up_to(text.tokens)), training,
            "train.lanes, train.chunk_tokens or the difficulty trained on"};
  }
  return {fmt::format("scoring, lanes: {}, {}", train.lanes, texts_up_to(asked.largest.tokens)),
          scoring, "score.difficulties or train.lanes"};
}

/// Of the parts that train on a fixed number of questions, which the lesson holds; nothing of the
/// others.
MemoryNeed items_shares(const Lesson& lesson) {
  MemoryNeed shares;
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const spec::MixturePart& one = lesson.mixture.part(part);
    if (one.train_items == 0 || !one.is_trained()) continue;
    const tasks::TextSize text = spec::text_size(lesson.mixture.task(part), one.difficulty.high);
    shares.push_back({fmt::format("the {} training items of {}", one.train_items, one.name),
                      one.train_items * (of_a_question + of_a_token * text.tokens), "train_items"});
  }
  return shares;
}

/// Of the parts whose questions are those of files.
MemoryNeed files_shares(const Lesson& lesson) {
  MemoryNeed shares;
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const auto* file = std::get_if<tasks::file::FileConfig>(&lesson.mixture.part(part).task);
    if (file == nullptr) continue;
    shares.push_back({"the questions of " + lesson.mixture.part(part).name,
                      file->questions->bytes() + of_a_place * file->questions->size(), "the file"});
  }
  return shares;
}

/// With two copies on their way into a file: weights, or both moments.
MemoryShare weights_share(const Lesson& lesson) {
  const spec::TrainSpec& train = lesson.spec.train;
  const bool average = train.average_decay > 0;
  const std::int64_t parameters = model::layers::parameters_of(lesson.model).layout.size();
  return {fmt::format("weights, moments and gradients, lanes: {}", train.lanes),
          model::training::bytes_of_weights(lesson.model, train.lanes, average) +
              (average ? 3 : 2) * parameters * std::int64_t{sizeof(float)},
          "model.width, model.hidden, model.blocks or train.lanes"};
}

MemoryShare program_share() { return {"the program", of_the_program, "what else runs here"}; }

}  // namespace

std::int64_t total(const MemoryNeed& need) {
  std::int64_t bytes = 0;
  for (const MemoryShare& share : need) bytes += share.bytes;
  return bytes;
}

MemoryNeed memory_to_train(const Lesson& lesson, int threads) {
  const Asked asked = asked_of(lesson, 0);
  MemoryNeed need{program_share(), weights_share(lesson), lanes_share(lesson, asked, threads),
                  questions_share(lesson, asked)};
  std::ranges::move(items_shares(lesson), std::back_inserter(need));
  std::ranges::move(files_shares(lesson), std::back_inserter(need));
  return need;
}

MemoryNeed memory_to_open(const Lesson& lesson) {
  const bool average = lesson.spec.train.average_decay > 0;
  return {program_share(),
          {"the run's weights", model::training::bytes_of_weights(lesson.model, 0, average),
           "what else runs here"}};
}

MemoryNeed memory_to_score(const Lesson& lesson, std::size_t part, int threads) {
  const Asked asked = asked_of(lesson, part);
  return {{fmt::format("scoring, threads: {}, {}", threads, texts_up_to(asked.largest.tokens)),
           scoring_bytes(lesson, part, asked, threads, threads), "--difficulty or --threads"},
          questions_share(lesson, asked)};
}

MemoryNeed memory_to_answer(const Lesson& lesson, std::int64_t tokens, int threads) {
  const std::int64_t texts = threads == 1 ? 1 : model::transformer::decode_group_size;
  return {{fmt::format("answers, threads: {}, {}", threads, texts_up_to(tokens)),
           threads * model::training::bytes_to_decode(lesson.model, texts, tokens),
           "the prompt or the difficulty asked"}};
}

MemoryNeed memory_to_read(const Lesson& lesson, std::int64_t tokens, std::int64_t texts) {
  return {{fmt::format("activations and attention weights, texts at once: {}, of up to {} tokens",
                       texts, tokens),
           texts * model::training::bytes_to_probe(lesson.model, tokens),
           "the length, the number of examples or of threads"}};
}

std::string bytes_text(std::int64_t bytes) {
  constexpr double mega = 1e6, giga = 1e9, tera = 1e12;
  const auto number = static_cast<double>(bytes);
  if (number < giga) return fmt::format("{:.0f} MB", std::max(1.0, number / mega));
  if (number < tera) return fmt::format("{:.1f} GB", number / giga);
  return fmt::format("{:.1f} TB", number / tera);
}

void require_memory(const MemoryNeed& need, base::ExitCode code, std::optional<std::int64_t> free) {
  if (!free || total(need) <= *free) return;
  const MemoryShare& largest = *std::ranges::max_element(need, {}, &MemoryShare::bytes);
  throw base::Error(
      fmt::format(
          "not enough memory: about {} would be taken, {} of it for {}; {} are free: change {}",
          bytes_text(total(need)), bytes_text(largest.bytes), largest.what, bytes_text(*free),
          largest.fields),
      code);
}

}  // namespace lab::train
