#pragma once
#include <string>
#include <vector>

#include "lab/python/error.h"
#include "model/arithmetic/arithmetic.h"
#include "tasks/vocabulary.h"
// After the model's: it is the larger.
#include <pybind11/numpy.h>

namespace lab::python {

/// Arrays that Python owns: what goes over the border is copied, so that no array points into
/// memory that the engine uses again.
using Floats = py::array_t<float, py::array::c_style>;
using Shape = std::vector<py::ssize_t>;

/// "(12, 4, 16)"
std::string text_of(const Shape& shape);
Shape shape_of(const py::array& array);

/// An array of this shape, of any kind of real numbers that `value` has. Throws base::Error
/// "<place>: wanted an array of shape (..), found ..".
Floats floats_in(const py::handle& value, const Shape& shape, const std::string& place);

/// The tokens of a text, not empty: whole numbers (a list, an array of one dimension), or a string
/// of tokens with spaces between them. Throws base::Error that begins with the place.
std::vector<int> tokens_in(const py::handle& text, const tasks::Vocabulary& vocabulary,
                           const std::string& place);

/// The same of a list of them, or of an array of two dimensions, a text a row. A thing with
/// `tokens`, as a question has, counts as these. Throws base::Error if there is none.
std::vector<std::vector<int>> texts_in(const py::handle& texts,
                                       const tasks::Vocabulary& vocabulary);

/// Tokens as Python gets them: int32, of one dimension.
py::array_t<int> array_of(const std::vector<int>& tokens);

}  // namespace lab::python
