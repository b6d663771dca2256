#include "lab/train/fragment_names.h"

namespace lab::train {

std::span<const tasks::FragmentKind> fragment_kinds(const tasks::Task& task) {
  const tasks::Fragments* fragments = task.fragments();
  return fragments == nullptr ? std::span<const tasks::FragmentKind>() : fragments->kinds();
}

std::string unseen_facet(const tasks::FragmentKind& kind) {
  return "unseen_" + std::string(kind.name);
}

}  // namespace lab::train
