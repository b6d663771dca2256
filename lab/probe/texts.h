#pragma once
#include <optional>
#include <vector>

#include "lab/store/scores.h"
#include "lab/train/lesson.h"

namespace lab::probe {

/// A text with what its task says of it, all tokens joint.
struct ProbeText {
  std::vector<int> tokens;  ///< T
  tasks::Annotation annotation;
};

/// A text and the token that should follow it, joint tokens.
struct AskedText {
  std::vector<int> tokens;
  int next = 0;
};

/// Which questions a probe reads.
struct ProbeQuestions {
  std::size_t part = 0;  ///< of the mixture
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 1;
  std::optional<store::FacetValue> facet = std::nullopt;  ///< only questions that have it
  int count = 300;                                        ///< at most
  std::uint64_t seed = 0;
};

/// What is read where nobody says: of a part the first pool that is neither trained on nor for
/// choosing, at the hardest difficulty trained on, by the run's score seed.
ProbeQuestions usual_questions_of(const train::Lesson& lesson, std::size_t part);

/// The first `count` questions that are wanted, in their task's own tokens. Throws base::Error
/// (exit code 2) if no question has the facet.
std::vector<tasks::Example> probe_examples(const train::Mixture& mixture,
                                           const ProbeQuestions& wanted);

/// The first `count` questions that are wanted, with their right answers. Throws base::Error (exit
/// code 2) if the task names no roles, or no question has the facet.
std::vector<ProbeText> probe_texts(const train::Mixture& mixture, const ProbeQuestions& wanted);

/// Each of these questions that can be changed, changed. Throws base::Error (exit code 2) if none
/// can, or no question has the facet.
std::vector<tasks::Counterfactual> probe_pairs(const train::Mixture& mixture,
                                               const ProbeQuestions& wanted);

/// The questions that are wanted, of any task, each with the beginning of its right answer, cut at
/// random, and with what comes next. Throws base::Error (exit code 2) if no question has the facet.
std::vector<AskedText> asked_texts(const train::Mixture& mixture, const ProbeQuestions& wanted);

/// One example (joint tokens) as a text.
ProbeText probe_text(const train::Mixture& mixture, std::size_t part,
                     const tasks::Example& example);

/// The names of roles, of links and so on in the order of their first appearance.
std::vector<std::string> role_names(std::span<const ProbeText> texts);
std::vector<std::string> link_names(std::span<const ProbeText> texts);
std::vector<std::string> token_names(std::span<const ProbeText> texts);

/// The rows up to the link's own that have a role of those it names, but are not named.
std::vector<int> rows_of_same_roles(const tasks::RowLink& link,
                                    const std::vector<std::string>& roles);

/// The place of `name` in `names`. Promise: it is there.
std::size_t index_in(const std::vector<std::string>& names, const std::string& name);

}  // namespace lab::probe
