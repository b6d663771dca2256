#pragma once
#include <functional>
#include <utility>
#include <vector>

#include "tasks/fragments.h"

namespace tasks {

/// The fragments of a task that draws and looks: each kind with what is said of it.
class SimpleFragments final : public Fragments {
 public:
  struct Kind {
    FragmentKind kind;
    std::function<std::vector<Fragment>(std::span<const Token> prompt)> in;
    std::function<std::optional<std::vector<Fragment>>(Range difficulties)> possible;
    std::function<std::string(Fragment)> text;
    std::function<std::vector<Token>(Fragment)> tokens = {};  ///< none: of no tokens
    std::function<int(Fragment)> group = {};                  ///< none: of one group
  };
  using Shape = std::function<std::vector<int>(std::span<const Token> prompt)>;

  explicit SimpleFragments(std::vector<Kind> kinds, Shape shape = {})
      : all_(std::move(kinds)), shape_(std::move(shape)) {
    for (const Kind& kind : all_) kinds_.push_back(kind.kind);
  }

  std::span<const FragmentKind> kinds() const override { return kinds_; }
  std::vector<Fragment> in(std::size_t kind, std::span<const Token> prompt) const override {
    return all_[kind].in(prompt);
  }
  std::optional<std::vector<Fragment>> possible(std::size_t kind,
                                                Range difficulties) const override {
    return all_[kind].possible(difficulties);
  }
  std::string text(std::size_t kind, Fragment fragment) const override {
    return all_[kind].text(fragment);
  }
  std::vector<Token> tokens(std::size_t kind, Fragment fragment) const override {
    return all_[kind].tokens ? all_[kind].tokens(fragment) : std::vector<Token>{};
  }
  int group(std::size_t kind, Fragment fragment) const override {
    return all_[kind].group ? all_[kind].group(fragment) : 0;
  }
  std::vector<int> shape(std::span<const Token> prompt) const override {
    return shape_ ? shape_(prompt) : std::vector<int>{};
  }

 private:
  std::vector<Kind> all_;
  std::vector<FragmentKind> kinds_;
  Shape shape_;
};

}  // namespace tasks
