#include "tasks/file/questions.h"

#include <algorithm>

#include "base/error.h"
#include "base/random.h"

namespace tasks::file {

std::int64_t Questions::bytes() const {
  const auto of = [](const auto& items) {
    return static_cast<std::int64_t>(items.capacity() * sizeof(items[0]));
  };
  return of(entries_) + of(tokens_) + of(text_begin_) + of(facets_) + of(by_digest_);
}

std::span<const Token> Questions::text(std::int64_t which) const {
  const auto begin = text_begin_[static_cast<std::size_t>(which)];
  const auto end = text_begin_[static_cast<std::size_t>(which) + 1];
  return std::span(tokens_).subspan(static_cast<std::size_t>(begin),
                                    static_cast<std::size_t>(end - begin));
}

std::span<const Token> Questions::prompt(std::int64_t question) const {
  return text(entry(question).first_text);
}

std::span<const Token> Questions::answer(std::int64_t question, std::int64_t which) const {
  return text(entry(question).first_text + 1 + which);
}

std::string Questions::place(std::int64_t question) const {
  const Entry& one = entry(question);
  return base::concat(files_[one.file], ':', one.line);
}

int Questions::facet(std::int64_t question, std::size_t name) const {
  return facets_[static_cast<std::size_t>(question) * facet_names_.size() + name];
}

std::optional<std::int64_t> Questions::find(std::span<const Token> prompt, int difficulty) const {
  std::optional<std::int64_t> found;
  const auto equal =
      std::ranges::equal_range(by_digest_, base::digest(prompt), {}, &Digested::digest);
  for (const Digested& one : equal) {
    if (!std::ranges::equal(this->prompt(one.question), prompt)) continue;
    if (!found || this->difficulty(one.question) == difficulty) found = one.question;
  }
  return found;
}

}  // namespace tasks::file
