#include "model/transformer/decode.h"

#include <algorithm>
#include <atomic>

#include "base/error.h"
#include "base/parallel.h"
#include "model/transformer/text_group.h"

namespace model::transformer {
namespace {

int likeliest(arithmetic::View<const float> logits, arithmetic::Index row) {
  const float* first = logits.row(row);
  return static_cast<int>(std::max_element(first, first + logits.cols) - first);
}

/// What all threads work on. An answer is written by the one thread that has its prompt.
struct Work {
  std::span<const std::vector<int>> prompts;
  std::span<const int> limits;
  int end;
  std::vector<std::vector<int>> answers;

  /// Numbers of the prompts that want an answer, longest first: groups of like lengths end
  /// together, and the last ones are short.
  std::vector<std::size_t> order() const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
      base::require(!prompts[i].empty(), "decode: the prompt is empty");
      if (limits[i] > 0) numbers.push_back(i);
    }
    const auto longer = [&](std::size_t a, std::size_t b) { return longest(a) > longest(b); };
    std::stable_sort(numbers.begin(), numbers.end(), longer);
    return numbers;
  }

  /// Tokens that prompt i and its answer may take.
  arithmetic::Index longest(std::size_t i) const { return std::ssize(prompts[i]) + limits[i]; }

  /// Appends a token to answer i; whether there may be another.
  bool append(std::size_t i, int token) {
    answers[i].push_back(token);
    return token != end && std::ssize(answers[i]) < limits[i];
  }
};

/// Continues the prompts of these numbers to their ends.
void continue_group(Work& work, std::span<const std::size_t> numbers, TextGroup& group) {
  std::vector<std::span<const int>> texts;
  std::vector<arithmetic::Index> limits, growing, still_growing;
  std::vector<int> tokens;
  for (const std::size_t i : numbers) {
    growing.push_back(std::ssize(texts));
    texts.emplace_back(work.prompts[i]);
    limits.push_back(work.longest(i));
  }
  group.start(texts, limits);
  while (true) {
    tokens.clear();
    still_growing.clear();
    for (arithmetic::Index row = 0; row < std::ssize(growing); ++row) {
      const arithmetic::Index text = growing[static_cast<std::size_t>(row)];
      const int token = likeliest(group.logits(), row);
      if (!work.append(numbers[static_cast<std::size_t>(text)], token)) continue;
      still_growing.push_back(text);
      tokens.push_back(token);
    }
    if (tokens.empty()) return;
    group.read(still_growing, tokens);
    growing.swap(still_growing);
  }
}

}  // namespace

std::vector<std::vector<int>> decode(const Transformer<float>& transformer,
                                     std::span<const std::vector<int>> prompts,
                                     std::span<const int> limits, int end, int threads,
                                     arithmetic::Index group_size) {
  base::promise(prompts.size() == limits.size(), "one limit a prompt");
  base::promise(group_size > 0, "a group has a text");
  Work work{prompts, limits, end, std::vector<std::vector<int>>(prompts.size())};
  const std::vector<std::size_t> order = work.order();
  const arithmetic::Index count = std::ssize(order), share = (count + threads - 1) / threads;
  const arithmetic::Index size = std::max<arithmetic::Index>(1, std::min(group_size, share));
  std::atomic<arithmetic::Index> next = 0;
  base::parallel_for(std::min<arithmetic::Index>(threads, count), threads, [&](std::int64_t) {
    TextGroup group(transformer);  // one a thread: its memory serves group after group
    for (arithmetic::Index i = next.fetch_add(size); i < count; i = next.fetch_add(size)) {
      const auto at = static_cast<std::size_t>(i);
      const auto members = static_cast<std::size_t>(std::min(size, count - i));
      continue_group(work, std::span(order).subspan(at, members), group);
    }
  });
  return work.answers;
}

}  // namespace model::transformer
