#pragma once
#include "tasks/fragments.h"
#include "tasks/lists/list_walk.h"
#include "tasks/lists/lists.h"

namespace tasks::lists {

/// Pieces of a question about a list whose order does not matter, as of sorting and its hints:
///   neighbours  two different values, one after the other when the list is sorted: "3 5"
///   value       a value of the list
///   copies      how often a value is there
/// Shape: how often each value is there, from the smallest value up.
class SortedListFragments final : public Fragments {
 public:
  SortedListFragments(const ListConfig& config, ListQuestion question)
      : config_(config), tokens_{config.values}, question_(std::move(question)) {}

  std::span<const FragmentKind> kinds() const override;
  std::vector<Fragment> in(std::size_t kind, std::span<const Token> prompt) const override;
  std::optional<std::vector<Fragment>> possible(std::size_t kind,
                                                Range difficulties) const override;
  std::string text(std::size_t kind, Fragment fragment) const override;
  std::vector<Token> tokens(std::size_t kind, Fragment fragment) const override;
  std::vector<int> shape(std::span<const Token> prompt) const override;
  /// Of uniform and of distinct lists exact; see list_walk.h.
  std::unique_ptr<const FragmentSampler> sampler(const AllowedFragments& allowed) const override;

 private:
  ListConfig config_;
  ListTokens tokens_;
  ListQuestion question_;
};

/// Pieces of a question about a list in its order, as of a copy:
///   bigram  two values, one after the other: "3 5"
///   value   a value of the list
/// Shape: which places hold the same value.
class OrderedListFragments final : public Fragments {
 public:
  OrderedListFragments(const ListConfig& config, ListItems items, ListQuestion question)
      : config_(config), items_(std::move(items)), question_(std::move(question)) {}

  std::span<const FragmentKind> kinds() const override;
  std::vector<Fragment> in(std::size_t kind, std::span<const Token> prompt) const override;
  std::optional<std::vector<Fragment>> possible(std::size_t kind,
                                                Range difficulties) const override;
  std::string text(std::size_t kind, Fragment fragment) const override;
  std::vector<Token> tokens(std::size_t kind, Fragment fragment) const override;
  std::vector<int> shape(std::span<const Token> prompt) const override;
  /// Exact where values may repeat; of distinct items each next one is drawn among the allowed ones
  /// that are left, in proportion to the ways to go on if values could repeat.
  std::unique_ptr<const FragmentSampler> sampler(const AllowedFragments& allowed) const override;

 private:
  ListConfig config_;
  ListItems items_;
  ListQuestion question_;
};

}  // namespace tasks::lists
