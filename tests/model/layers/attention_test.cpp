#include "model/layers/attention.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "base/random.h"
#include "tests/model/arithmetic/tables.h"

// Attention against its definition, number by number in double, with every number of the working
// memory made NaN before: what it does not write it must not read.

namespace model::layers {
namespace {

constexpr arithmetic::Index heads = 2, head_width = 16, width = heads * head_width;

arithmetic::Matrix<float> drawn(arithmetic::Index rows, arithmetic::Index cols,
                                std::uint64_t index) {
  base::Random random(3, "attention test", index);
  arithmetic::Matrix<float> m(rows, cols);
  for (arithmetic::Index i = 0; i < rows; ++i) {
    for (arithmetic::Index j = 0; j < cols; ++j) m.row(i)[j] = static_cast<float>(random.normal());
  }
  return m;
}

void poison(arithmetic::View<float> v) {
  for (arithmetic::Index i = 0; i < v.rows; ++i) {
    std::fill_n(v.row(i), v.cols, std::numeric_limits<float>::quiet_NaN());
  }
}

/// Texts on both sides of a tile's height, of a panel's width, of the queries that go back at once
/// and of the length up to which weights are kept. Every row is asked, or every third and the last.
struct Texts {
  std::vector<arithmetic::Index> starts{0};
  QueryRows queries;
  std::vector<float> scale;
  arithmetic::Matrix<float> query, key_value, dmixed;

  explicit Texts(bool all) {
    for (const arithmetic::Index length :
         {1, 5, 12, 13, 16, 17, 31, 32, 33, 40, 70, 96, 97, 205, 512, 513, 1030, 1600}) {
      queries.starts.push_back(queries.count());
      for (arithmetic::Index i = 0; i < length; ++i) {
        if (!all && i % 3 != 1 && i + 1 < length) continue;
        queries.rows.push_back(starts.back() + i);
        queries.prefix.push_back(i + 1);
      }
      starts.push_back(starts.back() + length);
    }
    queries.starts.push_back(queries.count());
    queries.all = all;
    for (arithmetic::Index i = 0; i < queries.count(); ++i) {
      scale.push_back(0.2F + 0.01F * static_cast<float>(i % 7));
    }
    query = drawn(queries.count(), width, 1);
    key_value = drawn(starts.back(), 2 * width, 2);
    dmixed = drawn(queries.count(), width, 3);
  }

  AttentionPlan<float> plan(const arithmetic::Arithmetic<float>& arithmetic,
                            KeptWeights kept) const {
    AttentionPlan<float> plan;
    plan.arithmetic = &arithmetic;
    plan.heads = heads;
    plan.starts = starts;
    plan.queries = &queries;
    plan.scale = scale;
    plan.kept = kept;
    return plan;
  }
};

using Doubles = arithmetic::EigenMatrix<double>;

struct Passed {
  Doubles mixed, dquery, dkey_value;
};

/// The same by the definition: softmax over what each query sees, and its derivative.
Passed defined(const Texts& texts) {
  const Doubles q = arithmetic::map(texts.query.view()).cast<double>(),
                kv = arithmetic::map(texts.key_value.view()).cast<double>(),
                dmixed = arithmetic::map(texts.dmixed.view()).cast<double>();
  Passed out{Doubles::Zero(q.rows(), width), Doubles::Zero(q.rows(), width),
             Doubles::Zero(kv.rows(), 2 * width)};
  for (std::size_t b = 0; b + 1 < texts.starts.size(); ++b) {
    for (arithmetic::Index i = texts.queries.starts[b]; i < texts.queries.starts[b + 1]; ++i) {
      const arithmetic::Index first = texts.starts[b],
                              seen = texts.queries.prefix[static_cast<std::size_t>(i)];
      const double scale = texts.scale[static_cast<std::size_t>(i)];
      for (arithmetic::Index h = 0; h < heads; ++h) {
        const arithmetic::Index c = h * head_width;
        const auto k = kv.block(first, c, seen, head_width);
        const auto v = kv.block(first, width + c, seen, head_width);
        const auto row = q.row(i).segment(c, head_width),
                   dmix = dmixed.row(i).segment(c, head_width);
        Eigen::VectorXd p = (scale * (k * row.transpose())).array();
        p = (p.array() - p.maxCoeff()).exp();
        p /= p.sum();
        out.mixed.row(i).segment(c, head_width) = p.transpose() * v;
        const Eigen::VectorXd dp = v * dmix.transpose();
        const Eigen::VectorXd ds = scale * (p.array() * (dp.array() - p.dot(dp))).matrix();
        out.dquery.row(i).segment(c, head_width) = ds.transpose() * k;
        out.dkey_value.block(first, c, seen, head_width) += ds * row;
        out.dkey_value.block(first, width + c, seen, head_width) += p * dmix;
      }
    }
  }
  return out;
}

Passed passed(const Texts& texts, const arithmetic::Arithmetic<float>& arithmetic,
              KeptWeights kept) {
  const AttentionPlan<float> plan = texts.plan(arithmetic, kept);
  AttentionWeights<float> weights;
  weights.resize(texts.starts, texts.queries, heads, KeptWeights::all);
  for (std::size_t b = 0; b + 1 < texts.starts.size(); ++b) {
    for (arithmetic::Index h = 0; h < heads; ++h)
      poison(weights.of(static_cast<arithmetic::Index>(b), h));
  }
  AttentionScratch<float> scratch;
  for (arithmetic::Matrix<float>* m :
       {&scratch.key_panels, &scratch.value_panels, &scratch.scores, &scratch.dscores}) {
    m->resize(1600, 640);  // more than any text asks for
    poison(*m);
  }
  const arithmetic::Index queries = texts.queries.count(), rows = texts.starts.back();
  arithmetic::Matrix<float> mixed(queries, width), dquery(queries, width),
      dkey_value(rows, 2 * width);
  for (arithmetic::Matrix<float>* m : {&mixed, &dquery, &dkey_value}) poison(*m);
  attention_forward<float>(plan, texts.query, texts.key_value, scratch, weights, mixed);
  attention_backward<float>(plan, texts.query, texts.key_value, weights, mixed, texts.dmixed,
                            scratch, dquery, dkey_value);
  const auto doubles = [](const arithmetic::Matrix<float>& m) -> Doubles {
    return arithmetic::map(m.view()).cast<double>();
  };
  return {doubles(mixed), doubles(dquery), doubles(dkey_value)};
}

/// Largest difference; not a number where a number is missing.
double apart(const Doubles& a, const Doubles& b) {
  return a.array().isFinite().all() ? (a - b).cwiseAbs().maxCoeff() : INFINITY;
}

TEST_CASE("attention is what its definition gives and reads nothing that it has not written") {
  for (const bool all : {true, false}) {
    const Texts texts(all);
    const Passed wanted = defined(texts);
    for (const arithmetic::Arithmetic<float>* arithmetic : arithmetic::all_tables()) {
      const Passed found = passed(texts, *arithmetic, KeptWeights::of_short_texts);
      INFO(arithmetic->name << (all ? ", every row asked" : ", some rows asked"));
      CHECK(apart(found.mixed, wanted.mixed) < 1e-5);
      CHECK(apart(found.dquery, wanted.dquery) < 2e-5);
      CHECK(apart(found.dkey_value, wanted.dkey_value) < 2e-5);
    }
  }
}

TEST_CASE("attention has the same bits whose weights it ever keeps") {
  for (const bool all : {true, false}) {
    const Texts texts(all);
    for (const arithmetic::Arithmetic<float>* arithmetic : arithmetic::vector_tables()) {
      const Passed kept = passed(texts, *arithmetic, KeptWeights::all);
      for (const KeptWeights some : {KeptWeights::none, KeptWeights::of_short_texts}) {
        const Passed found = passed(texts, *arithmetic, some);
        INFO(arithmetic->name << (all ? ", every row asked" : ", some rows asked"));
        CHECK((found.mixed.array() == kept.mixed.array()).all());
        CHECK((found.dquery.array() == kept.dquery.array()).all());
        CHECK((found.dkey_value.array() == kept.dkey_value.array()).all());
      }
    }
  }
}

TEST_CASE("what attention takes does not grow as the square of the length") {
  const auto numbers_at = [](arithmetic::Index length) {
    const std::vector<arithmetic::Index> starts{0, length};
    QueryRows queries;
    queries.starts = {0, length};
    for (arithmetic::Index i = 0; i < length; ++i) {
      queries.rows.push_back(i);
      queries.prefix.push_back(i + 1);
    }
    const std::vector<float> scale(static_cast<std::size_t>(length), 0.25F);
    AttentionPlan<float> plan;
    plan.arithmetic = arithmetic::all_tables().front();
    plan.heads = heads;
    plan.starts = starts;
    plan.queries = &queries;
    plan.scale = scale;
    const arithmetic::Matrix<float> query = drawn(length, width, 1),
                                    key_value = drawn(length, 2 * width, 2);
    arithmetic::Matrix<float> mixed(length, width), dquery(length, width),
        dkey_value(length, 2 * width);
    AttentionWeights<float> weights;
    AttentionScratch<float> scratch;
    attention_forward<float>(plan, query, key_value, scratch, weights, mixed);
    CHECK(!weights.has(0));
    attention_backward<float>(plan, query, key_value, weights, mixed, mixed, scratch, dquery,
                              dkey_value);
    arithmetic::Index numbers = 0;
    for (const arithmetic::Matrix<float>* m :
         {&scratch.key_panels, &scratch.value_panels, &scratch.scores, &scratch.dscores}) {
      numbers += m->rows() * m->cols();
    }
    return numbers;
  };
  const arithmetic::Index once = numbers_at(1024), twice = numbers_at(2048);
  CHECK(twice <= 2 * once);
}

}  // namespace
}  // namespace model::layers
