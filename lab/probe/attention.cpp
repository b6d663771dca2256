#include "lab/probe/attention.h"

#include <fmt/format.h>

#include <algorithm>

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using Rows = std::vector<int>;

/// Rows that `row` may look at and what they are called.
struct Look {
  std::size_t measure = 0;
  int row = 0;
  Rows to;
  Rows others;  ///< visible rows of the same roles that are not meant; may be empty
};

/// Rows up to `row` that follow an earlier copy of its token.
Rows induced(const std::vector<int>& tokens, int row) {
  Rows rows;
  for (int key = 1; key <= row; ++key) {
    const auto before = static_cast<std::size_t>(key) - 1;
    if (key - 1 < row && tokens[before] == tokens[static_cast<std::size_t>(row)]) {
      rows.push_back(key);
    }
  }
  return rows;
}

/// The measures of a set of texts, and the looks of one text.
struct Looks {
  std::vector<std::string> links, roles;

  std::vector<std::string> names() const {
    std::vector<std::string> all = links;
    all.insert(all.end(), {"previous", "induction"});
    for (const std::string& from : roles) {
      for (const std::string& to : roles) all.push_back(fmt::format("from {} to {}", from, to));
    }
    return all;
  }

  std::vector<Look> of(const ProbeText& text) const {
    std::vector<Look> looks;
    for (const tasks::RowLink& link : text.annotation.links) {
      looks.push_back({index_in(links, link.name), link.row, link.to,
                       rows_of_same_roles(link, text.annotation.roles)});
    }
    for (int row = 1; row < std::ssize(text.tokens); ++row) {
      looks.push_back({links.size(), row, {row - 1}, {}});
      Rows rows = induced(text.tokens, row);
      if (!rows.empty()) looks.push_back({links.size() + 1, row, std::move(rows), {}});
    }
    add_roles(text, looks);
    return looks;
  }

  void add_roles(const ProbeText& text, std::vector<Look>& looks) const {
    for (int row = 0; row < std::ssize(text.tokens); ++row) {
      std::vector<Rows> by_role(roles.size());
      for (int key = 0; key <= row; ++key) by_role[role(text, key)].push_back(key);
      for (std::size_t to = 0; to < roles.size(); ++to) {
        const std::size_t measure = links.size() + 2 + role(text, row) * roles.size() + to;
        if (!by_role[to].empty()) looks.push_back({measure, row, by_role[to], {}});
      }
    }
  }

  std::size_t role(const ProbeText& text, int row) const {
    return index_in(roles, text.annotation.roles[static_cast<std::size_t>(row)]);
  }
};

double share(const float* weights, const Rows& rows) {
  double sum = 0;
  for (const int row : rows) sum += double(weights[row]);
  return sum;
}

void add_head(const std::vector<Look>& looks, model::arithmetic::View<const float> weights,
              std::size_t block, std::size_t head, ProbeGrid& grid) {
  for (const Look& look : looks) {
    const float* row = weights.row(look.row);
    const double uniform = double(look.to.size()) / double(look.row + 1);
    double alike = uniform;
    if (!look.others.empty()) {
      alike = share(row, look.others) * double(look.to.size()) / double(look.others.size());
    }
    grid.add(look.measure, block, head, share(row, look.to), {uniform, alike});
  }
}

}  // namespace

ProbeResult probe_attention(const model::transformer::Transformer<float>& model,
                            std::span<const ProbeText> texts) {
  const Looks looks{link_names(texts), role_names(texts)};
  const Index blocks = model.config().layers(), heads = model.config().heads;
  ProbeGrid grid({looks.names(),
                  numbered("block", blocks),
                  numbered("head", heads),
                  {"uniform", "same role"}});
  ProbePass pass(model);
  for (const ProbeText& text : texts) {
    pass.run(batch_of(std::span(&text.tokens, 1)));
    const std::vector<Look> found = looks.of(text);
    for (Index l = 0; l < blocks; ++l) {
      for (Index h = 0; h < heads; ++h) {
        add_head(found, pass.attention(l).of(0, h), static_cast<std::size_t>(l),
                 static_cast<std::size_t>(h), grid);
      }
    }
    grid.end_question();
  }
  ProbeResult result = grid.result();
  result.drawn = looks.links;
  result.drawn.insert(result.drawn.end(), {"previous", "induction"});
  return result;
}

ProbeResult attention_maps(const model::transformer::Transformer<float>& model,
                           const ProbeText& text, const tasks::Vocabulary& vocabulary) {
  std::vector<std::string> heads, rows;
  for (Index l = 1; l <= model.config().layers(); ++l) {
    for (Index h = 1; h <= model.config().heads; ++h) {
      heads.push_back(fmt::format("block {} head {}", l, h));
    }
  }
  for (std::size_t t = 0; t < text.tokens.size(); ++t) {
    rows.push_back(fmt::format("{} {}", t, vocabulary.name(text.tokens[t])));
  }
  ProbeGrid grid({heads, rows, rows, {"uniform"}});
  ProbePass pass(model);
  pass.run(batch_of(std::span(&text.tokens, 1)));
  for (std::size_t head = 0; head < heads.size(); ++head) {
    const auto H = static_cast<std::size_t>(model.config().heads);
    const auto weights = pass.attention(Index(head / H)).of(0, Index(head % H));
    for (std::size_t t = 0; t < rows.size(); ++t) {
      for (std::size_t k = 0; k <= t; ++k) {
        grid.add(head, t, k, double(weights.row(Index(t))[k]), {1 / double(t + 1)});
      }
    }
  }
  grid.end_question();
  ProbeResult result = grid.result();
  result.drawn = heads;
  return result;
}

}  // namespace lab::probe
