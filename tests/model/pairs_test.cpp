#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <vector>

#include "base/parallel.h"
#include "base/random.h"
#include "model/matrix.h"
#include "tests/model/tables.h"

namespace model {
namespace {

float random_float(std::uint64_t row, Index col, double scale = 1) {
  base::Random random(5, "pairs test", row * 1000 + static_cast<std::uint64_t>(col));
  return static_cast<float>(scale * random.normal());
}

Matrix<float> random_matrix(Index rows, Index cols, std::uint64_t index, double scale = 1) {
  Matrix<float> m(rows, cols);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < cols; ++j) {
      m.row(i)[j] = random_float(index * 1000 + static_cast<std::uint64_t>(i), j, scale);
    }
  }
  return m;
}

float earlier(Pair pair) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(pair) & 0xffff0000);
}
float later(Pair pair) { return std::bit_cast<float>(static_cast<std::uint32_t>(pair) << 16); }

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

  /// In the order of pair_product, or of amx_product.
  Matrix<float> of_pairs(const Arithmetic<float>& arithmetic, bool amx = false) const {
    const Index pairs = (depth + 1) / 2;
    Matrix<Pair> x(transposed ? pairs : rows, transposed ? rows : pairs), y(pairs, cols);
    (transposed ? arithmetic.pair_in_columns : arithmetic.pair_in_rows)(a, x);
    arithmetic.pair_in_columns(b, y);
    Matrix<float> c(rows, cols);
    (amx ? arithmetic.amx_product : arithmetic.pair_product)(shape(x, y, c));
    return c;
  }

  /// What arithmetic.h says of amx_product, one element at a time.
  Matrix<float> in_amx_order() const {
    Matrix<float> c(rows, cols);
    const Matrix<float> x = nearest(a), y = nearest(b);
    for (Index i = 0; i < rows; ++i) {
      for (Index j = 0; j < cols; ++j) {
        float sum = start.row(i)[j], halves[2] = {0, 0};
        for (Index k = 0; k < depth; ++k) {
          float& half = halves[k % 2];
          half = std::fma(transposed ? x.row(k)[i] : x.row(i)[k], y.row(k)[j], half);
          if ((k + 1) % (2 * amx_pairs) != 0 && k + 1 != depth) continue;
          sum += halves[0] + halves[1];
          halves[0] = halves[1] = 0;
        }
        c.row(i)[j] = sum;
      }
    }
    return c;
  }

  Matrix<float> of_rounded_numbers(const Arithmetic<float>& arithmetic) const {
    Matrix<float> c(rows, cols);
    const Matrix<float> x = nearest(a), y = nearest(b);
    arithmetic.product(shape(x, y, c));
    return c;
  }
};

bool same_bits(const Matrix<float>& a, const Matrix<float>& b) {
  for (Index i = 0; i < a.rows(); ++i) {
    if (std::memcmp(a.row(i), b.row(i), static_cast<std::size_t>(a.cols()) * 4) != 0) return false;
  }
  return true;
}

double distance(const Matrix<float>& a, const Matrix<float>& b) {
  double worst = 0;
  for (Index i = 0; i < a.rows(); ++i) {
    for (Index j = 0; j < a.cols(); ++j) {
      const double x = a.row(i)[j], y = b.row(i)[j];
      worst = std::max(worst, std::abs(x - y) / (1 + std::abs(y)));
    }
  }
  return worst;
}

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

TEST_CASE("products in the order of AMX have its bits on every vector instruction set") {
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const Index rows : {1, 15, 16, 17, 32, 33, 97, 130}) {
      for (const Index cols : {1, 16, 17, 32}) {
        for (const Index depth :
             {1, 2, 7, 32, 33, 70, 600}) {  // 600: a slice of 256 pairs and more
          for (const bool transposed : {false, true}) {
            const Case c(rows, cols, depth, transposed);
            CAPTURE(table->name, rows, cols, depth, transposed);
            REQUIRE(same_bits(c.of_pairs(*table, true), c.in_amx_order()));
          }
        }
      }
    }
  }
}

TEST_CASE("products of packed weights have the same bits on all vector instruction sets") {
  // Panels as linear layers have them, with biases, and with and without something to add to.
  const Index rows = 50, cols = 83, depth = 40, panels = 3;
  const Matrix<float> a = random_matrix(rows, depth, 1), bias = random_matrix(1, cols, 2);
  const Matrix<float> b = random_matrix(depth, panels * panel_width, 4);
  const Matrix<float> start = random_matrix(rows, cols, 5);
  const bool amx = GENERATE(false, true), starts = GENERATE(false, true);
  std::vector<Matrix<float>> results;
  for (const Arithmetic<float>* table : vector_tables()) {
    Matrix<Pair> x(rows, depth / 2), y(panels * depth / 2, panel_width);
    table->pair_in_rows(a, x);
    for (Index j = 0; j < panels; ++j) {
      const View<const float> from{b.row(0) + j * panel_width, depth, panel_width, b.view().pitch};
      table->pair_in_columns(from, {y.row(j * depth / 2), depth / 2, panel_width, y.view().pitch});
    }
    Product<float, Pair> product{.rows = rows, .cols = cols, .depth = depth / 2};
    product.a = x.row(0), product.a_row = x.view().pitch, product.a_depth = 1;
    product.b = y.row(0), product.b_depth = y.view().pitch;
    product.b_panel = depth / 2 * y.view().pitch;
    Matrix<float>& c = results.emplace_back(rows, cols);
    product.c = c.row(0), product.c_row = c.view().pitch, product.bias = bias.row(0);
    if (starts) product.start = start.row(0), product.start_row = start.view().pitch;
    (amx ? table->amx_product : table->pair_product)(product);
    CAPTURE(table->name, amx, starts);
    REQUIRE(same_bits(c, results.front()));
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
      CHECK(distance(c.of_pairs(*table, true), wanted) < 1e-5);
    }
  }
}

}  // namespace model
