#include "lab/python/arrays.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/error.h"

namespace lab::python {
namespace {

std::string type_of(const py::handle& value) {
  return py::str(py::type::handle_of(value).attr("__name__"));
}

bool is_kind(const py::array& array, std::string_view kinds) {
  return kinds.find(array.dtype().kind()) != kinds.npos;
}

/// Python's own complaint about what is no array is not ours.
py::array array_in(const py::handle& value, const std::string& place, const std::string& wanted) {
  py::array array = py::array::ensure(value);
  if (!array) PyErr_Clear();
  base::require(bool(array), place, ": wanted ", wanted, ", found ", type_of(value));
  return array;
}

std::vector<int> numbers_in(const py::handle& text, const tasks::Vocabulary& vocabulary,
                            const std::string& place) {
  const py::array array = array_in(text, place, "token ids or a string of tokens");
  base::require(array.size() > 0, place, ": wanted at least one token, found none");
  base::require(is_kind(array, "iu") && array.ndim() == 1, place,
                ": wanted token ids, whole numbers in one dimension, found ",
                std::string(py::str(array.dtype())), " of shape ", text_of(shape_of(array)));
  const auto ids = py::array_t<std::int64_t, py::array::forcecast>::ensure(array);
  std::vector<int> tokens;
  for (py::ssize_t i = 0; i < ids.size(); ++i) {
    const std::int64_t id = ids.at(i);
    base::require(id >= 0 && id < vocabulary.size(), place, ": wanted token ids in 0..",
                  vocabulary.size() - 1, ", found ", id, " at place ", i);
    tokens.push_back(static_cast<int>(id));
  }
  return tokens;
}

}  // namespace

std::string text_of(const Shape& shape) {
  return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

Shape shape_of(const py::array& array) { return {array.shape(), array.shape() + array.ndim()}; }

Floats floats_in(const py::handle& value, const Shape& shape, const std::string& place) {
  const std::string wanted = "an array of shape " + text_of(shape);
  const py::array array = array_in(value, place, wanted);
  base::require(is_kind(array, "fiub"), place, ": wanted real numbers, found ",
                std::string(py::str(array.dtype())));
  base::require(shape_of(array) == shape, place, ": wanted ", wanted, ", found ",
                text_of(shape_of(array)));
  return py::array_t<float, py::array::c_style | py::array::forcecast>::ensure(array);
}

std::vector<int> tokens_in(const py::handle& text, const tasks::Vocabulary& vocabulary,
                           const std::string& place) {
  if (!py::isinstance<py::str>(text)) return numbers_in(text, vocabulary, place);
  try {
    std::vector<int> tokens = vocabulary.tokens(text.cast<std::string>());
    base::require(!tokens.empty(), "wanted at least one token, found none");
    return tokens;
  } catch (const base::Error& error) {
    throw base::Error(place + ": " + error.what());
  }
}

std::vector<std::vector<int>> texts_in(const py::handle& texts,
                                       const tasks::Vocabulary& vocabulary) {
  constexpr const char* wanted =
      "texts: wanted a list of texts, each token ids or a string, found ";
  const bool one = py::isinstance<py::str>(texts) || py::hasattr(texts, "tokens");
  base::require(!one && py::isinstance<py::iterable>(texts), wanted, type_of(texts),
                one ? "; for one text write [text]" : "");
  std::vector<std::vector<int>> all;
  for (const py::handle text : texts) {
    const bool number = PyIndex_Check(text.ptr()) != 0 && !py::hasattr(text, "__len__");
    base::require(!number && (!py::isinstance<py::array>(text) ||
                              py::reinterpret_borrow<py::array>(text).ndim() > 0),
                  wanted, "a list of numbers; for one text write [text]");
    const std::string place = fmt::format("texts[{}]", all.size());
    all.push_back(py::hasattr(text, "tokens")
                      ? tokens_in(py::object(text.attr("tokens")), vocabulary, place)
                      : tokens_in(text, vocabulary, place));
  }
  base::require(!all.empty(), wanted, "none");
  return all;
}

py::array_t<int> array_of(const std::vector<int>& tokens) {
  return py::array_t<int>(py::ssize_t(tokens.size()), tokens.data());
}

}  // namespace lab::python
