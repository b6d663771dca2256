#include "tasks/coverage/classes.h"

#include <algorithm>
#include <map>

#include "base/random.h"

namespace tasks::coverage {
namespace {

/// Of each fragment at I: a digest of its labels in all contexts, equal for equal labels. (That two
/// digests are equal by accident is as good as impossible, and would cost the search time alone.)
std::vector<std::uint64_t> rows_at(const InputCodes& codes, const std::vector<int>& truth,
                                   IndexSet set) {
  const std::vector<std::int64_t> contexts = codes.fragments(codes.complement(set));
  std::vector<int> row(contexts.size());
  std::vector<std::uint64_t> digests;
  for (const std::int64_t fragment : codes.fragments(set)) {
    for (std::size_t i = 0; i < contexts.size(); ++i) {
      row[i] = truth[static_cast<std::size_t>(fragment + contexts[i])];
    }
    digests.push_back(base::digest(std::span<const int>(row)));
  }
  return digests;
}

std::size_t distinct(std::vector<std::uint64_t> values) {
  std::ranges::sort(values);
  return static_cast<std::size_t>(std::ranges::unique(values).begin() - values.begin());
}

/// Whether a part of I, with the rest of I as it is, makes the same classes: as many.
bool follows(const InputCodes& codes, IndexSet set, std::size_t classes,
             const std::map<IndexSet, std::size_t>& classes_at) {
  return std::ranges::any_of(classes_at, [&](const auto& part) {
    if (part.first == set || (part.first & set) != part.first) return false;
    return part.second * codes.fragments(set & ~part.first).size() == classes;
  });
}

FragmentClasses cut(const InputCodes& codes, IndexSet set, const std::vector<std::uint64_t>& rows,
                    const std::vector<char>& askable) {
  FragmentClasses cut;
  cut.fragment_code = codes.fragments(set);
  cut.context_code = codes.fragments(codes.complement(set));
  cut.contexts = std::ssize(cut.context_code);
  cut.fragment.resize(static_cast<std::size_t>(codes.inputs()));
  cut.context.resize(cut.fragment.size());
  std::map<std::uint64_t, std::vector<std::int32_t>> same_row;
  for (std::int32_t f = 0; f < std::ssize(cut.fragment_code); ++f) {
    bool is_asked = false;
    for (std::int32_t c = 0; c < cut.contexts; ++c) {
      const auto code = static_cast<std::size_t>(cut.code(f, c));
      cut.fragment[code] = f;
      cut.context[code] = c;
      is_asked = is_asked || askable[code] != 0;
    }
    if (is_asked) same_row[rows[static_cast<std::size_t>(f)]].push_back(f);
  }
  cut.class_of = std::vector<std::int32_t>(cut.fragment_code.size(), -1);
  for (auto& [row, fragments] : same_row) {
    if (fragments.size() < 2) continue;
    for (const std::int32_t f : fragments) {
      cut.class_of[static_cast<std::size_t>(f)] = static_cast<std::int32_t>(cut.classes.size());
    }
    cut.classes.push_back(std::move(fragments));
  }
  return cut;
}

}  // namespace

std::vector<FragmentClasses> true_classes(const InputCodes& codes, const std::vector<int>& truth,
                                          const std::vector<char>& askable,
                                          std::size_t most_fragments) {
  std::map<IndexSet, std::size_t> classes_at;
  std::vector<FragmentClasses> result;
  for (const IndexSet set : proper_index_sets(codes.positions())) {  // parts come before
    const std::vector<std::uint64_t> rows = rows_at(codes, truth, set);
    classes_at[set] = distinct(rows);
    if (classes_at[set] == rows.size() || follows(codes, set, classes_at[set], classes_at))
      continue;
    FragmentClasses found = cut(codes, set, rows, askable);
    const auto is_large = [&](const auto& members) { return members.size() > most_fragments; };
    if (found.classes.empty() || std::ranges::any_of(found.classes, is_large)) continue;
    result.push_back(std::move(found));
  }
  return result;
}

}  // namespace tasks::coverage
