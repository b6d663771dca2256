#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <vector>

#include "base/parallel.h"
#include "model/arithmetic/reference.h"
#include "tests/model/arithmetic/matrices.h"
#include "tests/model/arithmetic/tables.h"

namespace model::arithmetic {
namespace {

/// The nearest number with eight significant bits, in the words of mathematics.
float nearest(float x) {
  if (x == 0 || !std::isfinite(x)) return x;
  int exponent = 0;
  const double fraction = std::frexp(double(x), &exponent);
  return static_cast<float>(std::ldexp(std::nearbyint(fraction * 256), exponent - 8));
}

Matrix<float> nearest(const Matrix<float>& m) {
  Matrix<float> result(m.rows(), m.cols());
  for (Index i = 0; i < m.rows(); ++i) {
    for (Index j = 0; j < m.cols(); ++j) result.row(i)[j] = nearest(m.row(i)[j]);
  }
  return result;
}

/// a b, or a' b, of the numbers themselves or of their pairs. Into a rows x cols matrix.
struct Case {
  Index rows, cols, depth;
  bool transposed;
  Matrix<float> a, b, start;

  Case(Index m, Index n, Index k, bool t)
      : rows(m),
        cols(n),
        depth(k),
        transposed(t),
        a(t ? random_matrix(k, m, 1) : random_matrix(m, k, 1)),
        b(random_matrix(k, n, 2)),
        start(random_matrix(m, n, 3)) {}

  template <typename Operand>
  Product<float, Operand> shape(const Matrix<Operand>& x, const Matrix<Operand>& y,
                                Matrix<float>& c) const {
    return {.rows = rows,
            .cols = cols,
            .depth = y.rows(),
            .a = x.row(0),
            .a_row = transposed ? 1 : x.view().pitch,
            .a_depth = transposed ? x.view().pitch : 1,
            .b = y.row(0),
            .b_depth = y.view().pitch,
            .c = c.row(0),
            .c_row = c.view().pitch,
            .start = start.row(0),
            .start_row = start.view().pitch};
  }

  Matrix<float> of_pairs(const Arithmetic<float>& arithmetic) const {
    const Index pairs = (depth + 1) / 2;
    Matrix<Pair> x(transposed ? pairs : rows, transposed ? rows : pairs), y(pairs, cols);
    (transposed ? arithmetic.pair_in_columns : arithmetic.pair_in_rows)(a, x);
    arithmetic.pair_in_columns(b, y);
    Matrix<float> c(rows, cols);
    arithmetic.pair_product(shape(x, y, c));
    return c;
  }

  Matrix<float> of_rounded_numbers(const Arithmetic<float>& arithmetic) const {
    Matrix<float> c(rows, cols);
    const Matrix<float> x = nearest(a), y = nearest(b);
    arithmetic.product(shape(x, y, c));
    return c;
  }
};

/// Ties, the largest numbers, the smallest, and numbers that are none.
Matrix<float> special_numbers() {
  const std::vector<std::uint32_t> bits{
      0x3f808000, 0x3f818000, 0x3f808001, 0x3f807fff, 0xbf808000, 0x7f7fffff, 0x7f7f7fff,
      0x7f800000, 0xff800000, 0x7fc00000, 0x7fffffff, 0x7f800001, 0x00800000, 0x007fffff,
      0x80000001, 0x80000000, 0x00000000, 0x0080ffff, 0x3fffffff, 0xc2f6e979, 0xffffffff};
  Matrix<float> m(1, std::ssize(bits));
  for (Index j = 0; j < m.cols(); ++j) {
    m.row(0)[j] = std::bit_cast<float>(bits[static_cast<std::size_t>(j)]);
  }
  return m;
}

float wanted_of(float x) {
  return std::fpclassify(x) == FP_SUBNORMAL ? std::copysign(0.f, x) : nearest(x);
}

bool equal(float got, float wanted) {
  if (std::isnan(wanted)) return std::isnan(got);
  return std::bit_cast<std::uint32_t>(got) == std::bit_cast<std::uint32_t>(wanted);
}

}  // namespace

TEST_CASE("pairs hold the nearest numbers of eight bits, ties to even, on every instruction set") {
  for (const Arithmetic<float>* table : all_tables()) {
    for (const Index cols : {1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65}) {
      CAPTURE(table->name, cols);
      const Matrix<float> x = random_matrix(3, cols, 7, 1e3);
      Matrix<Pair> in_rows(3, (cols + 1) / 2), in_columns(2, cols);
      table->pair_in_rows(x, in_rows);
      table->pair_in_columns(x, in_columns);
      for (Index j = 0; j < cols; ++j) {
        const Pair pair = in_rows.row(1)[j / 2];
        REQUIRE(equal(j % 2 == 0 ? earlier(pair) : later(pair), nearest(x.row(1)[j])));
        REQUIRE(equal(earlier(in_columns.row(0)[j]), nearest(x.row(0)[j])));
        REQUIRE(equal(later(in_columns.row(0)[j]), nearest(x.row(1)[j])));
        REQUIRE(equal(earlier(in_columns.row(1)[j]), nearest(x.row(2)[j])));
        REQUIRE(equal(later(in_columns.row(1)[j]), 0));
      }
      if (cols % 2 == 1) REQUIRE(equal(later(in_rows.row(1)[cols / 2]), 0));
    }
  }
}

TEST_CASE("ties, infinities, NaN and denormals become the same pairs on every instruction set") {
  const Matrix<float> x = special_numbers();
  for (const Arithmetic<float>* table : all_tables()) {
    Matrix<Pair> in_rows(1, (x.cols() + 1) / 2), in_columns(1, x.cols());
    base::parallel_for(1, 1, [&](std::int64_t) {
      table->pair_in_rows(x, in_rows);
      table->pair_in_columns(x, in_columns);
    });
    for (Index j = 0; j < x.cols(); ++j) {
      CAPTURE(table->name, j, x.row(0)[j]);
      const Pair pair = in_rows.row(0)[j / 2];
      CHECK(equal(j % 2 == 0 ? earlier(pair) : later(pair), wanted_of(x.row(0)[j])));
      CHECK(equal(earlier(in_columns.row(0)[j]), wanted_of(x.row(0)[j])));
    }
  }
}

TEST_CASE("a product of pairs has the bits of a product of the rounded numbers, at every tile") {
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const Index rows : {1, 5, 6, 11, 12, 13, 97}) {
      for (const Index cols : {1, 15, 16, 17, 31, 32}) {
        for (const Index depth : {1, 2, 7, 64}) {
          for (const bool transposed : {false, true}) {
            const Case c(rows, cols, depth, transposed);
            CAPTURE(table->name, rows, cols, depth, transposed);
            REQUIRE(same_bits(c.of_pairs(*table), c.of_rounded_numbers(*table)));
          }
        }
      }
    }
  }
}

TEST_CASE("Eigen's product of pairs agrees with the kernels' to rounding, over several panels") {
  const auto& eigen = reference_arithmetic<float>();
  for (const bool transposed : {false, true}) {
    const Case c(29, 83, 71, transposed);
    const Matrix<float> wanted = c.of_pairs(eigen);
    CHECK(distance(wanted, c.of_rounded_numbers(eigen)) < 1e-5);
    for (const Arithmetic<float>* table : vector_tables()) {
      CHECK(distance(c.of_pairs(*table), wanted) < 1e-5);
    }
  }
}

}  // namespace model::arithmetic
