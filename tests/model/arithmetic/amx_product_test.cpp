#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/parallel.h"
#include "model/arithmetic/reference.h"
#include "tests/model/arithmetic/matrices.h"
#include "tests/model/arithmetic/tables.h"

namespace model::arithmetic {
namespace {

constexpr Pair no_pair{0x7fc07fc0};  // two NaN: what reads past an edge shows in the sum
constexpr float untouched = 12345;

/// What a product starts from.
enum class Start { none, other, itself };

struct Shape {
  Index rows, cols, depth;  // pairs
  bool transposed = false;  // A by columns and B as it is, as gradients have them; else B in panels
  bool biased = false;
  Start start = Start::none;
  bool multiplied = false;
};

/// rows x cols, with room around them.
template <typename Number>
Matrix<Number> walled(Index rows, Index cols, Number wall) {
  Matrix<Number> m(rows + 17, cols + 17);
  for (Index i = 0; i < m.rows(); ++i) std::fill_n(m.row(i), m.view().pitch, wall);
  return m;
}

/// Random pairs, next to each other along the depth, with walls of NaN.
Matrix<Pair> random_pairs(Index depth, Index cols, bool in_rows, std::uint64_t index,
                          double scale) {
  Matrix<Pair> m = in_rows ? walled(cols, depth, no_pair) : walled(depth, cols, no_pair);
  const auto& eigen = reference_arithmetic<float>();
  if (in_rows) {
    eigen.pair_in_rows(random_matrix(cols, 2 * depth, index, scale),
                       {m.row(0), cols, depth, m.view().pitch});
  } else {
    eigen.pair_in_columns(random_matrix(2 * depth, cols, index, scale),
                          {m.row(0), depth, cols, m.view().pitch});
  }
  return m;
}

/// Panels of 32 columns, one below the other.
Matrix<Pair> in_panels(const Matrix<Pair>& b, Index depth, Index cols) {
  const Index panels = (cols + panel_width - 1) / panel_width;
  Matrix<Pair> m = walled(panels * depth, panel_width, no_pair);
  for (Index j = 0; j < cols; ++j) {
    for (Index k = 0; k < depth; ++k) {
      m.row(j / panel_width * depth + k)[j % panel_width] = b.row(k)[j];
    }
  }
  return m;
}

class Case {
 public:
  explicit Case(const Shape& shape, double scale = 1)
      : s_(shape),
        a_(random_pairs(s_.depth, s_.rows, !s_.transposed, 1, scale)),
        b_(random_pairs(s_.depth, s_.cols, false, 2, scale)),
        panels_(in_panels(b_, s_.depth, s_.cols)),
        start_(random_matrix(s_.rows, s_.cols + 40, 3, scale)),
        bias_(random_matrix(1, s_.cols, 4, scale)),
        times_(random_matrix(s_.rows, s_.cols + 40, 5, scale)) {}

  Matrix<float> computed(const Arithmetic<float>& arithmetic) const {
    Matrix<float> c = walled(s_.rows, s_.cols, untouched);
    if (s_.start == Start::itself) {
      for (Index i = 0; i < s_.rows; ++i) std::copy_n(start_.row(i), s_.cols, c.row(i));
    }
    arithmetic.amx_product(product(c));
    return c;
  }

  /// What arithmetic.h says, one element at a time.
  Matrix<float> wanted() const {
    Matrix<float> c = walled(s_.rows, s_.cols, untouched);
    for (Index i = 0; i < s_.rows; ++i) {
      for (Index j = 0; j < s_.cols; ++j) c.row(i)[j] = wanted(i, j);
    }
    return c;
  }

 private:
  Product<float, Pair> product(Matrix<float>& c) const {
    const Index a_pitch = a_.view().pitch;
    Product<float, Pair> p{.rows = s_.rows, .cols = s_.cols, .depth = s_.depth, .a = a_.row(0)};
    p.a_row = s_.transposed ? 1 : a_pitch;
    p.a_depth = s_.transposed ? a_pitch : 1;
    p.b = s_.transposed ? b_.row(0) : panels_.row(0);
    p.b_depth = (s_.transposed ? b_ : panels_).view().pitch;
    if (!s_.transposed) p.b_panel = s_.depth * p.b_depth;
    p.c = c.row(0);
    p.c_row = c.view().pitch;
    if (s_.biased) p.bias = bias_.row(0);
    if (s_.start == Start::other) p.start = start_.row(0);
    if (s_.start == Start::other) p.start_row = start_.view().pitch;
    if (s_.start == Start::itself) p.start = p.c;
    if (s_.start == Start::itself) p.start_row = p.c_row;
    if (s_.multiplied) p.times = times_.row(0);
    if (s_.multiplied) p.times_row = times_.view().pitch;
    return p;
  }

  float wanted(Index i, Index j) const {
    float sum = s_.start == Start::none ? 0 : start_.row(i)[j];
    if (s_.biased) sum += bias_.row(0)[j];
    for (Index from = 0; from < s_.depth; from += amx_pairs) {
      float early = 0, late = 0;
      for (Index k = from; k < std::min(from + amx_pairs, s_.depth); ++k) {
        const Pair a = s_.transposed ? a_.row(k)[i] : a_.row(i)[k], b = b_.row(k)[j];
        early = std::fma(earlier(a), earlier(b), early);
        late = std::fma(later(a), later(b), late);
      }
      sum += early + late;
    }
    return s_.multiplied ? sum * times_.row(i)[j] : sum;
  }

  Shape s_;
  Matrix<Pair> a_, b_, panels_;
  Matrix<float> start_, bias_, times_;
};

void check(const Arithmetic<float>& table, const Shape& shape) {
  CAPTURE(table.name, shape.rows, shape.cols, shape.depth, shape.transposed, shape.biased);
  CAPTURE(static_cast<int>(shape.start), shape.multiplied);
  const Case c(shape);
  REQUIRE(same_bits(c.computed(table), c.wanted()));
}

}  // namespace

TEST_CASE("products in the order of AMX have its bits at every edge of a tile, and no more") {
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const Index rows : {1, 15, 16, 17, 32, 33, 97}) {
      for (const Index cols : {1, 15, 16, 17, 32}) {
        for (const Index depth : {1, 15, 16, 17, 33}) {
          check(*table, {rows, cols, depth, false, true, Start::none});
          check(*table, {rows, cols, depth, false, false, Start::none, true});
          check(*table, {rows, cols, depth, true, false, Start::itself});
        }
      }
    }
  }
}

TEST_CASE("products in the order of AMX have its bits over several panels and slices of depth") {
  const bool biased = GENERATE(false, true), multiplied = GENERATE(false, true);
  const auto start = GENERATE(Start::none, Start::other, Start::itself);
  for (const Arithmetic<float>* table : vector_tables()) {
    for (const Index depth : {256, 257, 600}) {
      check(*table, {130, 83, depth, false, biased, start, multiplied});
      check(*table, {130, 32, depth, true, biased, start, multiplied});
    }
  }
}

TEST_CASE("products in the order of AMX take denormals for zero where lanes do") {
  const Case c({33, 20, 40, true, true, Start::itself}, 1e-19);  // products of about 1e-38
  for (const Arithmetic<float>* table : vector_tables()) {
    base::parallel_for(1, 1, [&](std::int64_t) {
      CAPTURE(table->name);
      CHECK(same_bits(c.computed(*table), c.wanted()));
    });
  }
}

TEST_CASE("Eigen's product in the order of AMX agrees to rounding") {
  for (const Shape& shape : {Shape{29, 83, 71, false, true, Start::other},
                             Shape{29, 32, 71, true, false, Start::itself}}) {
    const Case c(shape);
    CHECK(distance(c.computed(reference_arithmetic<float>()), c.wanted()) < 1e-5);
  }
}

}  // namespace model::arithmetic
