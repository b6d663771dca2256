#pragma once
#include <pybind11/pybind11.h>

namespace lab::python {

/// Python's module `lab_engine`; see README.md beside this.
namespace py = pybind11;

/// base::Error becomes lab_engine.Error, with the same text.
void add_error(py::module_& module);

}  // namespace lab::python
