#include "lab/train/trained_tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "lab/spec/path.h"
#include "lab/train/rules.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

using tasks::file::Questions;

const tasks::file::FileConfig* file_of(const spec::MixturePart& part) {
  return std::get_if<tasks::file::FileConfig>(&part.task);
}

/// Of the joint vocabulary those that training may show.
class TrainedTokens {
 public:
  explicit TrainedTokens(const tasks::JointVocabulary& joint)
      : joint_(joint), trained_(static_cast<std::size_t>(joint.vocabulary().size()), false) {}

  void add(std::size_t place, const spec::MixturePart& part, const tasks::Task& task) {
    if (!part.is_trained()) return;
    const tasks::file::FileConfig* file = file_of(part);
    if (file == nullptr) {
      for (int token = 0; token < task.vocabulary().size(); ++token) add(place, token);
      return;
    }
    const Questions& all = *file->questions;
    for (std::int64_t i = 0; i < all.size(); ++i) {
      const bool shown = all.pool(i) == tasks::Pool::train && part.trains_on(all.difficulty(i));
      if (shown) all.each_token(i, [&](tasks::Token token) { add(place, token); });
    }
  }

  bool has(std::size_t place, tasks::Token token) const { return trained_[joint_id(place, token)]; }

 private:
  void add(std::size_t place, tasks::Token token) { trained_[joint_id(place, token)] = true; }

  std::size_t joint_id(std::size_t place, tasks::Token token) const {
    return static_cast<std::size_t>(joint_.to_joint(place, std::span(&token, 1)).front());
  }

  const tasks::JointVocabulary& joint_;
  std::vector<bool> trained_;
};

}  // namespace

void check_trained_tokens(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                          const tasks::JointVocabulary& joint, const spec::Origins& origins) {
  TrainedTokens trained(joint);
  const auto is_file = [&](std::size_t part) { return file_of(part_of(spec, part)) != nullptr; };
  bool any = false;
  for (std::size_t part = 0; part < parts.size(); ++part) any = any || is_file(part);
  if (!any) return;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    trained.add(part, part_of(spec, part), *parts[part]);
  }
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const tasks::file::FileConfig* file = file_of(part_of(spec, part));
    if (file == nullptr) continue;
    if (file->untrained_tokens == tasks::file::UntrainedTokens::allowed) continue;
    const Questions& all = *file->questions;
    const auto unknown =
        all.first_with([&](tasks::Token token) { return !trained.has(part, token); });
    if (!unknown) continue;
    const std::string path = spec::field_path(path_of_part(part), "file");
    origins.fail_at(
        {path},
        fmt::format("{}: {} has the token `{}`, and no training example has: train on it "
                    "too, or say `untrained_tokens: ALLOWED`",
                    path, all.place(unknown->first), all.vocabulary().name(unknown->second)));
  }
}

}  // namespace lab::train
