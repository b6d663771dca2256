#include "model/arithmetic/arithmetic.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <vector>

#include "model/arithmetic/reference.h"
#include "tests/model/arithmetic/matrices.h"
#include "tests/model/arithmetic/tables.h"

namespace model::arithmetic {
namespace {

Matrix<float> copy(const Matrix<float>& m) {
  Matrix<float> c(m.rows(), m.cols());
  for (Index i = 0; i < m.rows(); ++i) std::copy_n(m.row(i), m.cols(), c.row(i));
  return c;
}

enum class Order { rows, columns };
enum class Ending { none, added, multiplied, both };

/// A random product of this shape: plain, or with start and bias, times something, or both.
struct Case {
  Index rows, cols, depth;
  Order order;
  Ending ending;
  Matrix<float> a, b, start, bias, times;

  Case(Index m, Index n, Index k, Order o, Ending e)
      : rows(m), cols(n), depth(k), order(o), ending(e) {
    a = o == Order::rows ? random_matrix(m, k, 1) : random_matrix(k, m, 1);
    b = random_matrix(k, n, 2);
    start = random_matrix(m, n, 3);
    bias = random_matrix(1, n, 4);
    times = random_matrix(m, n, 5);
  }

  Matrix<float> run(const Arithmetic<float>& arithmetic) const {
    Matrix<float> c(rows, cols);
    const Index pitch = a.view().pitch;
    Product<float> p{.rows = rows, .cols = cols, .depth = depth, .a = a.row(0)};
    p.a_row = order == Order::rows ? pitch : 1;
    p.a_depth = order == Order::rows ? 1 : pitch;
    p.b = b.row(0);
    p.b_depth = b.view().pitch;
    p.c = c.row(0);
    p.c_row = c.view().pitch;
    if (ending == Ending::added || ending == Ending::both) {
      p.start = start.row(0);
      p.start_row = start.view().pitch;
      p.bias = bias.row(0);
    }
    if (ending == Ending::multiplied || ending == Ending::both) {
      p.times = times.row(0);
      p.times_row = times.view().pitch;
    }
    arithmetic.product(p);
    return c;
  }
};

}  // namespace

TEST_CASE("every kernel's product agrees with Eigen's at every shape of tile and tail") {
  const auto& reference = reference_arithmetic<float>();
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const Index rows : {1, 2, 5, 6, 11, 12, 13, 97}) {
      for (const Index cols : {1, 7, 15, 16, 17, 31, 32, 33, 48, 65}) {
        for (const Index depth : {1, 3, 64}) {
          for (const Order order : {Order::rows, Order::columns}) {
            const auto ending = static_cast<Ending>((rows + cols) % 4);
            const Case c(rows, cols, depth, order, ending);
            CAPTURE(table->name, rows, cols, depth, order == Order::rows, (rows + cols) % 4);
            REQUIRE(distance(c.run(*table), c.run(reference)) < 2e-5);
          }
        }
      }
    }
  }
}

TEST_CASE("a product writes nothing outside its rows and columns, and depth 0 gives start + bias") {
  for (const Arithmetic<float>* table : vector_tables()) {
    Case c(5, 7, 0, Order::rows, Ending::added);
    Matrix<float> out = random_matrix(6, 40, 9);
    const Matrix<float> before = copy(out);
    table->product({.rows = 5,
                    .cols = 7,
                    .depth = 0,
                    .a = c.bias.row(0),
                    .a_row = 1,
                    .a_depth = 1,
                    .b = c.bias.row(0),
                    .b_depth = 32,
                    .c = out.row(0),
                    .c_row = out.view().pitch,
                    .start = c.start.row(0),
                    .start_row = c.start.view().pitch,
                    .bias = c.bias.row(0)});
    for (Index i = 0; i < 6; ++i) {
      for (Index j = 0; j < 40; ++j) {
        const bool inside = i < 5 && j < 7;
        const float wanted = inside ? c.start.row(i)[j] + c.bias.row(0)[j] : before.row(i)[j];
        REQUIRE(out.row(i)[j] == wanted);
      }
    }
  }
}

TEST_CASE("products over parts of the depth, one after the other, are the product over all") {
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const auto& [rows, cols] : {std::pair<Index, Index>{1, 7}, {12, 16}, {13, 33}, {40, 64}}) {
      for (const Order order : {Order::rows, Order::columns}) {
        const Case c(rows, cols, 64, order, Ending::none);
        const Matrix<float> whole = c.run(*table);
        Matrix<float> parts(rows, cols);
        for (const auto& [from, depth] : {std::pair<Index, Index>{0, 5}, {5, 1}, {6, 58}}) {
          const Index pitch = c.a.view().pitch;
          Product<float> p{.rows = rows, .cols = cols, .depth = depth};
          p.a_row = order == Order::rows ? pitch : 1;
          p.a_depth = order == Order::rows ? 1 : pitch;
          p.a = c.a.row(0) + from * p.a_depth;
          p.b = c.b.row(from);
          p.b_depth = c.b.view().pitch;
          p.c = parts.row(0);
          p.c_row = parts.view().pitch;
          if (from > 0) p.begin = parts.row(0), p.begin_row = p.c_row;
          table->product(p);
        }
        CAPTURE(table->name, rows, cols, order == Order::rows);
        REQUIRE(distance(parts, whole) == 0);
      }
    }
  }
}

TEST_CASE("a transpose is packed in panels of 32 columns, the last one filled up with zeros") {
  for (const Arithmetic<float>* table : all_tables()) {
    for (const Index rows : {1, 3, 4, 15, 16, 17, 31, 32, 33, 40, 70}) {
      for (const Index cols : {1, 3, 4, 16, 21}) {
        CAPTURE(table->name, rows, cols);
        const Matrix<float> x = random_matrix(rows, cols, 21);
        const Index panels = (rows + panel_width - 1) / panel_width;
        std::vector<float> packed(static_cast<std::size_t>(panels * cols * panel_width), NAN);
        table->pack_transposed(x, packed.data());
        std::vector<float> wanted;
        for (Index p = 0; p < panels; ++p) {
          for (Index k = 0; k < cols; ++k) {
            for (Index n = p * panel_width; n < (p + 1) * panel_width; ++n) {
              wanted.push_back(n < rows ? x.row(n)[k] : 0);
            }
          }
        }
        REQUIRE(packed == wanted);
      }
    }
  }
}

TEST_CASE("every layer's kernel agrees with Eigen's, also on partial vectors") {
  const auto& e = reference_arithmetic<float>();
  for (const Arithmetic<float>* t : vector_tables()) {
    for (const Index cols : {1, 12, 16, 40, 100, 300}) {
      CAPTURE(t->name, cols);
      const Index rows = 29;  // more than are worked on side by side
      const Matrix<float> x = random_matrix(rows, cols, 11, 2), dy = random_matrix(rows, cols, 12);
      const Matrix<float> gain = random_matrix(1, cols, 13), bias = random_matrix(1, cols, 14);
      struct Out {
        Matrix<float> y, dx, sums, mean, rstd, dgain, dbias;
      };
      const auto run = [&](const Arithmetic<float>& a) {
        Out o{Matrix<float>(rows, cols), copy(dy),   copy(bias), Matrix<float>(1, rows),
              Matrix<float>(1, rows),    copy(gain), copy(bias)};
        a.layer_norm(x, gain.row(0), bias.row(0), o.mean.row(0), o.rstd.row(0), o.y);
        a.layer_norm_backward(x, gain.row(0), o.mean.row(0), o.rstd.row(0), dy, o.dx,
                              o.dgain.row(0), o.dbias.row(0));
        a.add_column_sums(x, o.sums.row(0));
        return o;
      };
      const Out got = run(*t), wanted = run(e);
      // One column has no variance: 1 / sqrt(1e-5) multiplies every rounding.
      const double allowed = cols == 1 ? 2e-3 : 5e-5;
      CHECK(distance(got.y, wanted.y) < allowed);
      CHECK(distance(got.dx, wanted.dx) < allowed);
      CHECK(distance(got.sums, wanted.sums) < 1e-5);
      CHECK(distance(got.dgain, wanted.dgain) < allowed);
      CHECK(distance(got.dbias, wanted.dbias) < 1e-5);
      Matrix<float> g(rows, cols), h(rows, cols), slope = copy(x), wanted_slope = copy(x);
      t->gelu(slope, g);
      e.gelu(wanted_slope, h);
      CHECK(distance(g, h) < 1e-6);
      CHECK(distance(slope, wanted_slope) < 1e-6);
    }
  }
}

TEST_CASE("rows are added to rows in order, also several to one") {
  const int from_rows[] = {2, 0, 2, 1}, to_rows[] = {1, 3, 1, 0};
  for (const Arithmetic<float>* table : all_tables()) {
    for (const Index cols : {1, 16, 40}) {
      CAPTURE(table->name, cols);
      const Matrix<float> from = random_matrix(4, cols, 22);
      Matrix<float> gathered = random_matrix(4, cols, 23), scattered = copy(gathered);
      Matrix<float> wanted_gathered = copy(gathered), wanted_scattered = copy(gathered);
      table->add_rows(4, from, from_rows, gathered, nullptr);
      table->add_rows(4, from, nullptr, scattered, to_rows);
      for (Index n = 0; n < 4; ++n) {
        for (Index j = 0; j < cols; ++j) {
          wanted_gathered.row(n)[j] += from.row(from_rows[n])[j];
          wanted_scattered.row(to_rows[n])[j] += from.row(n)[j];
        }
      }
      CHECK(same_bits(gathered, wanted_gathered));
      CHECK(same_bits(scattered, wanted_scattered));
    }
  }
}

TEST_CASE("softmax, its backward, cross-entropy and AdamW agree with Eigen's") {
  const auto& e = reference_arithmetic<float>();
  // More rows than are worked on side by side.
  const std::vector<Index> prefix{1, 2, 16, 17, 33, 40, 3, 5, 15, 31, 32, 39, 4, 18};
  const std::vector<float> scale{1, 0.5f, 2, 0.25f, 1, 3, 1, 2, 0.5f, 1, 1, 2, 0.75f, 1.5f};
  const std::vector<int> target{0, 39, 5, 16, 31, 32, 1, 2, 3, 4, 15, 17, 38, 20};
  const auto rows = std::ssize(prefix);
  for (const Arithmetic<float>* t : vector_tables()) {
    CAPTURE(t->name);
    Matrix<float> p = random_matrix(rows, 40, 1, 3), q = copy(p), dp = random_matrix(rows, 40, 2);
    Matrix<float> dq = copy(dp), logits = random_matrix(rows, 40, 3, 5), others = copy(logits);
    t->causal_softmax(p, prefix.data(), scale.data());
    e.causal_softmax(q, prefix.data(), scale.data());
    CHECK(distance(p, q) < 1e-6);
    t->causal_softmax_backward(p, prefix.data(), scale.data(), dp);
    e.causal_softmax_backward(q, prefix.data(), scale.data(), dq);
    CHECK(distance(dp, dq) < 1e-5);
    std::vector<int> best(prefix.size()), best_of_other(prefix.size());
    std::vector<float> nats(prefix.size()), nats_of_other(prefix.size());
    t->cross_entropy(logits, target.data(), scale.data(), best.data(), nats.data());
    e.cross_entropy(others, target.data(), scale.data(), best_of_other.data(),
                    nats_of_other.data());
    CHECK(distance(logits, others) < 1e-5);
    CHECK(best == best_of_other);
    for (std::size_t i = 0; i < prefix.size(); ++i)
      CHECK(nats[i] == Approx(nats_of_other[i]).epsilon(1e-5));
  }
}

TEST_CASE(
    "a softmax that goes from block to block is that of the whole row, and so is its backward") {
  const std::vector<Index> prefix{1, 16, 17, 40, 41, 79, 80, 100, 3, 39, 64, 99};
  const std::vector<float> scale{1, 0.5f, 2, 0.25f, 1, 3, -1, 2, 0.5f, 1, 1.5f, 0.75f};
  const auto rows = std::ssize(prefix);
  constexpr Index cols = 100, block = 40;
  const Matrix<float> scores = random_matrix(rows, cols, 1, 3), dp = random_matrix(rows, cols, 2);
  for (const Arithmetic<float>* t : all_tables()) {
    CAPTURE(t->name);
    Matrix<float> p = copy(scores), ds = copy(dp), again = copy(scores), ds_again = copy(dp),
                  sums = copy(scores);
    t->causal_softmax(p, prefix.data(), scale.data());
    t->causal_softmax_backward(p, prefix.data(), scale.data(), ds);
    std::vector<float> top(prefix.size(), softmax_begin), total(prefix.size(), 0), means,
        factor(12);
    for (Index n = 0; n < rows; ++n) {
      double mean = 0;
      for (Index j = 0; j < cols; ++j) mean += double(p.row(n)[j]) * double(dp.row(n)[j]);
      means.push_back(static_cast<float>(mean));
    }
    const auto each_block = [&](const auto& body) {
      for (Index j = 0; j < cols; j += block) {
        std::vector<Index> count;
        for (const Index n : prefix) count.push_back(std::clamp<Index>(n - j, 0, block));
        const auto part = [&](Matrix<float>& x) {
          return View<float>{x.row(0) + j, rows, std::min(block, cols - j), x.view().pitch};
        };
        body(count, part);
      }
    };
    each_block([&](const auto& count, const auto& part) {
      t->softmax_goes_on(part(sums), count.data(), scale.data(), top.data(), total.data(),
                         factor.data());
    });
    each_block([&](const auto& count, const auto& part) {
      t->softmax_again(part(again), count.data(), scale.data(), top.data(), total.data());
      t->softmax_backward(constant(part(again)), count.data(), scale.data(), means.data(),
                          part(ds_again));
    });
    CHECK(distance(again, p) < 1e-6);
    CHECK(distance(ds_again, ds) < 1e-5);
    for (std::size_t n = 0; n < prefix.size(); ++n) {
      double sum = 0;
      for (Index j = 0; j < prefix[n]; ++j)
        sum += std::exp(double(scale[n]) * double(scores.row(Index(n))[j]) -
                        std::log(2) * double(top[n]));
      CHECK(double(total[n]) == Approx(sum).epsilon(1e-5));
    }
    const Arithmetic<float>* first = vector_tables().front();
    if (t == first || t == &reference_arithmetic<float>()) continue;
    Matrix<float> other = copy(scores);
    first->softmax_again(other, prefix.data(), scale.data(), top.data(), total.data());
    Matrix<float> mine = copy(scores);
    t->softmax_again(mine, prefix.data(), scale.data(), top.data(), total.data());
    CHECK(same_bits(mine, other));
  }
}

TEST_CASE("the likeliest token is the first of equals, wherever they stand") {
  struct Row {
    Index cols;
    std::vector<Index> highest;
  };
  // 0 is the highest, and what a partial vector is filled up with.
  for (const Row& row : {Row{20, {19}}, Row{20, {16, 19}}, Row{40, {3, 33}}, Row{5, {4}},
                         Row{64, {15, 16, 63}}, Row{1, {0}}}) {
    for (const Arithmetic<float>* t : vector_tables()) {
      CAPTURE(t->name, row.cols, row.highest);
      Matrix<float> logits(1, row.cols);
      std::fill_n(logits.row(0), row.cols, -2.f);
      for (const Index j : row.highest) logits.row(0)[j] = 0;
      const int target = 0;
      const float weight = 1;
      int best = -1;
      float nats = 0;
      t->cross_entropy(logits, &target, &weight, &best, &nats);
      CHECK(best == row.highest.front());
    }
  }
}

TEST_CASE("products have the same bits on every vector instruction set") {
  const auto tables = vector_tables();
  const Case c(29, 83, 70, Order::rows, Ending::both);
  for (const Arithmetic<float>* table : tables) {
    const Matrix<float> a = c.run(*tables[0]), b = c.run(*table);
    for (Index i = 0; i < a.rows(); ++i) {
      REQUIRE(std::memcmp(a.row(i), b.row(i), static_cast<std::size_t>(a.cols()) * 4) == 0);
    }
  }
}

TEST_CASE("NaN and infinity in the logits reach the loss instead of being clamped away") {
  for (const Arithmetic<float>* t : vector_tables()) {
    for (const float bad : {std::nanf(""), INFINITY}) {
      Matrix<float> logits = random_matrix(1, 40, 3);
      logits.row(0)[7] = bad;
      const int target = 3;
      const float weight = 1;
      int best = 0;
      float nats = 0;
      t->cross_entropy(logits, &target, &weight, &best, &nats);
      CHECK(!std::isfinite(nats));
    }
  }
}

}  // namespace model::arithmetic
