#include "lab/probe/lens.h"

#include <algorithm>

#include "base/error.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using tasks::RowValue;

/// 1 / rank of a token among logits; equal logits rank by token.
double reciprocal_rank(const float* logits, Index vocabulary, int token) {
  int rank = 1;
  for (Index v = 0; v < vocabulary; ++v) {
    if (logits[v] > logits[token] || (logits[v] == logits[token] && v < token)) ++rank;
  }
  return 1.0 / rank;
}

/// The tokens of one name in one text.
std::vector<tasks::RowValue> of_name(const ProbeText& text, const std::string& name) {
  std::vector<tasks::RowValue> found;
  std::ranges::copy_if(text.annotation.tokens, std::back_inserter(found),
                       [&](const tasks::RowValue& value) { return value.name == name; });
  return found;
}

}  // namespace

ProbeResult probe_lens(const model::transformer::Transformer<float>& model,
                       std::span<const ProbeText> texts) {
  const std::vector<std::string> names = token_names(texts), roles = role_names(texts);
  if (names.empty())
    throw base::Error("lens: the task names no tokens to look for", base::ExitCode::wrong_usage);
  std::vector<std::string> measures;
  for (const std::string& name : names) measures.push_back(name + " reciprocal rank");
  ProbeGrid grid({measures, layer_names(model.config().layers()), roles, {"other question"}});
  ProbePass pass(model);
  for (std::size_t q = 0; q < texts.size(); ++q) {
    const ProbeText &text = texts[q], &next = texts[(q + 1) % texts.size()];
    pass.run(batch_of(std::span(&text.tokens, 1)));
    for (Index l = 0; l <= pass.layers(); ++l) {
      const auto logits = pass.read_out(pass.stream(l));
      for (std::size_t n = 0; n < names.size(); ++n) {
        const auto own = of_name(text, names[n]), others = of_name(next, names[n]);
        for (std::size_t i = 0; i < own.size() && !others.empty(); ++i) {
          const float* row = logits.row(own[i].row);
          const auto role = text.annotation.roles[static_cast<std::size_t>(own[i].row)];
          grid.add(n, static_cast<std::size_t>(l), index_in(roles, role),
                   reciprocal_rank(row, logits.cols, own[i].value),
                   {reciprocal_rank(row, logits.cols, others[i % others.size()].value)});
        }
      }
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  result.drawn = measures;
  return result;
}

}  // namespace lab::probe
