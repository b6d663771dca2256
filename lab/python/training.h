#pragma once
#include "lab/python/error.h"

namespace lab::python {

/// train(), and the report that its callback gets.
void add_training(py::module_& module);

}  // namespace lab::python
