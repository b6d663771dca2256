#include "lab/python/error.h"

#include <exception>
#include <string_view>

#include "base/error.h"

namespace lab::python {
namespace {

PyObject* error_type = nullptr;  // a reference that is never given back

/// Texts quote names of files, which need not be UTF-8.
void set_error(std::string_view text) {
  PyObject* const said =
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "backslashreplace");
  if (said == nullptr) return;
  PyErr_SetObject(error_type, said);
  Py_DECREF(said);
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const base::Error& error) {
    set_error(error.what());
  }
}

}  // namespace

void add_error(py::module_& module) {
  error_type = py::exception<base::Error>(module, "Error", PyExc_RuntimeError).release().ptr();
  py::handle(error_type).attr("__doc__") =
      "What is wrong with a spec, a file, an argument: the place, what is wanted, what was found.";
  py::register_exception_translator(&translate);
}

}  // namespace lab::python
