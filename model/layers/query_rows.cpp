#include "model/layers/query_rows.h"

#include <numeric>

namespace model::layers {
namespace {

void fill_starts_and_prefix(const Batch& batch, QueryRows& out) {
  out.starts.assign(1, 0);
  out.prefix.clear();
  arithmetic::Index query = 0;
  for (std::size_t b = 0; b + 1 < batch.starts.size(); ++b) {
    for (; query < out.count() && out.rows[static_cast<std::size_t>(query)] < batch.starts[b + 1];
         ++query) {
      out.prefix.push_back(out.rows[static_cast<std::size_t>(query)] - batch.starts[b] + 1);
    }
    out.starts.push_back(query);
  }
}

}  // namespace

void all_rows(const Batch& batch, QueryRows& out) {
  out.all = true;
  out.rows.resize(batch.tokens.size());
  std::iota(out.rows.begin(), out.rows.end(), arithmetic::Index(0));
  fill_starts_and_prefix(batch, out);
}

void target_rows(const Batch& batch, QueryRows& out) {
  out.all = batch.scored() == batch.rows();
  out.rows = batch.target_rows;
  fill_starts_and_prefix(batch, out);
}

}  // namespace model::layers
