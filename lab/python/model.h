#pragma once
#include "lab/python/error.h"

namespace lab::python {

/// Model as Python sees it, and open().
void add_model(py::module_& module);

}  // namespace lab::python
