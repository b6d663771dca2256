#include "lab/probe/repair.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/random.h"
#include "lab/probe/outcome.h"
#include "lab/probe/pass.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using model::arithmetic::View;
using Rows = std::vector<int>;

/// A link with another token after its row, and as many rows that it could have named.
struct Repair {
  std::size_t link = 0;
  int row = 0, next = 0;
  Rows to, others;
};

std::vector<Repair> repairs_of(const ProbeText& text, const std::vector<std::string>& links,
                               std::uint64_t index) {
  base::Random random(0, "other rows", index);
  std::vector<Repair> repairs;
  for (const tasks::RowLink& link : text.annotation.links) {
    const auto row = static_cast<std::size_t>(link.row);
    Rows others = rows_of_same_roles(link, text.annotation.roles);
    if (row + 1 == text.tokens.size() || others.empty()) continue;
    random.shuffle(std::span(others));
    others.resize(std::min(others.size(), link.to.size()));
    repairs.push_back(
        {index_in(links, link.name), link.row, text.tokens[row + 1], link.to, others});
  }
  return repairs;
}

/// What the head mixes if it looks at these rows alone, all alike.
void mix(model::arithmetic::View<const float> values, const Rows& rows, Index begin, Index count,
         float* mixed) {
  for (Index c = begin; c < begin + count; ++c) {
    float sum = 0;
    for (const int row : rows) sum += values.row(row)[c];
    mixed[c] = sum / static_cast<float>(rows.size());
  }
}

struct Gain {
  double probability = 0, mended = 0;
};

/// Gains by repair and head, with those of the other rows.
struct TextGains {
  std::vector<Repair> repairs;
  std::vector<std::vector<std::pair<Gain, Gain>>> by_head;
};

TextGains gains_of(const model::transformer::Transformer<float>& model, const ProbeText& text,
                   std::vector<Repair> repairs) {
  const Index H = model.config().heads, L = model.config().layers(), D = model.config().width / H;
  const model::layers::Batch batch = batch_of(std::span(&text.tokens, 1));
  ProbePass clean(model), repaired(model);
  clean.run(batch);
  TextGains all{std::move(repairs), {}};
  for (const Repair& repair : all.repairs) {
    const TokenOutcome before = outcome(clean.logits(), repair.row, repair.next);
    auto& of_heads = all.by_head.emplace_back();
    for (Index head = 0; head < H * L; ++head) {
      const auto gain = [&](const Rows& rows) {
        repaired.resume(batch, head / H, clean.stream(head / H),
                        [&](Site site, Index layer, model::arithmetic::View<float> mixed) {
                          if (site != Site::attention || layer != head / H) return;
                          mix(repaired.at(Site::value, layer), rows, head % H * D, D,
                              mixed.row(repair.row));
                        });
        const TokenOutcome after = outcome(repaired.logits(), repair.row, repair.next);
        const bool wrong = before.reciprocal_rank < 1, right = after.reciprocal_rank == 1;
        return Gain{after.probability - before.probability, wrong && right ? 1.0 : 0.0};
      };
      of_heads.emplace_back(gain(repair.to), gain(repair.others));
    }
  }
  return all;
}

ProbeGrid::Names names_of(const std::vector<std::string>& links, Index blocks, Index heads) {
  ProbeGrid::Names names;
  for (const std::string& link : links) {
    names.measures.insert(names.measures.end(), {link + " gain", link + " mended"});
  }
  names.rows = numbered("block", blocks);
  names.columns = numbered("head", heads);
  names.controls = {"other rows"};
  return names;
}

}  // namespace

ProbeResult probe_repair(const model::transformer::Transformer<float>& model,
                         std::span<const ProbeText> texts, int threads) {
  const std::vector<std::string> links = link_names(texts);
  std::vector<TextGains> gains(texts.size());
  base::parallel_for(std::ssize(texts), threads, [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    gains[at] = gains_of(model, texts[at], repairs_of(texts[at], links, at));
  });
  const auto heads = static_cast<std::size_t>(model.config().heads);
  const ProbeGrid::Names names = names_of(links, model.config().layers(), model.config().heads);
  ProbeGrid grid(names);
  for (const TextGains& text : gains) {
    for (std::size_t r = 0; r < text.repairs.size(); ++r) {
      const std::size_t measure = 2 * text.repairs[r].link;
      for (std::size_t head = 0; head < text.by_head[r].size(); ++head) {
        const auto& [own, other] = text.by_head[r][head];
        grid.add(measure, head / heads, head % heads, own.probability, {other.probability});
        grid.add(measure + 1, head / heads, head % heads, own.mended, {other.mended});
      }
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  result.drawn = names.measures;
  return result;
}

}  // namespace lab::probe
