#include "tests/house/sources.h"

#include <catch2/catch.hpp>
#include <map>

namespace house {

namespace {

using Rule = Faults (*)(const Source&);

/// Every fault of our own sources, one a line.
std::string faults_of_the_house(Rule rule) {
  static const std::vector<Source> sources = code_below(LAB_SOURCE_DIR);
  std::string text;
  for (const Source& source : sources) {
    for (const std::string& fault : rule(source)) text += fault + "\n";
  }
  return text;
}

Source planted(const std::string& path, const std::string& line) { return {path, {line}}; }

/// Whether each of the lines, alone in a file of that path, breaks the rule.
bool breaks(Rule rule, const std::string& path, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (rule(planted(path, line)).empty()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a folder has at most 45 files") {
  std::map<std::string, int> files;
  for (const Source& source : code_below(LAB_SOURCE_DIR)) ++files[source.folder()];
  CHECK(files.size() > 30);
  for (const auto& [folder, count] : files) {
    INFO(folder);
    CHECK(count <= 45);
  }
}

TEST_CASE("threads that compute are in base/parallel.cpp alone") {
  CHECK(faults_of_the_house(threads_outside_parallel) == "");
  CHECK(breaks(threads_outside_parallel, "model/a.cpp",
               {"#pragma omp parallel for", "#include <omp.h>", "std::jthread one(work);",
                "std::thread one(work);", "auto one = std::async(work);"}));
}

TEST_CASE("Eigen is in model and lab alone") {
  CHECK(faults_of_the_house(eigen_outside_model_and_lab) == "");
  CHECK(breaks(eigen_outside_model_and_lab, "tasks/lists/a.h",
               {"#include <Eigen/Core>", "Eigen::MatrixXf x;"}));
}

TEST_CASE("protobuf is behind the door of the specs and of event files") {
  CHECK(faults_of_the_house(protobuf_outside_its_door) == "");
  CHECK(breaks(protobuf_outside_its_door, "lab/train/trainer.h",
               {"#include \"lab/spec/spec.pb.h\"", "#include \"lab/figure/read/figures.pb.h\"",
                "#include <google/protobuf/message.h>"}));
  CHECK(breaks(protobuf_outside_its_door, "lab/figure/read/figures.h",
               {"#include \"lab/figure/read/figures.pb.h\""}));
}

TEST_CASE("Program_options is in the command line alone") {
  CHECK(faults_of_the_house(options_outside_commands) == "");
  CHECK(breaks(options_outside_commands, "lab/train/train_run.cpp",
               {"#include <boost/program_options.hpp>"}));
}

TEST_CASE("Python is in its module alone") {
  CHECK(faults_of_the_house(python_outside_its_module) == "");
  CHECK(breaks(python_outside_its_module, "lab/store/claim.cpp",
               {"#include <pybind11/numpy.h>", "#include <Python.h>", "pybind11::object one;"}));
}

TEST_CASE("random numbers come from base/random.h alone") {
  CHECK(faults_of_the_house(random_numbers_of_the_library) == "");
  CHECK(
      breaks(random_numbers_of_the_library, "tasks/lists/a.cpp",
             {"#include <random>", "std::mt19937 engine;", "std::shuffle(a, b, engine);",
              "std::uniform_int_distribution<int> d(0, 5);", "int i = rand();", "x.setRandom();"}));
}

TEST_CASE("no macros are defined") {
  CHECK(faults_of_the_house(macros) == "");
  CHECK(breaks(macros, "model/a.h", {"#define WIDTH 8", "  # define WIDTH"}));
}

TEST_CASE("the namespace is the folder") {
  CHECK(faults_of_the_house(other_namespaces) == "");
  CHECK(breaks(other_namespaces, "model/files/a.h",
               {"namespace lab {", "namespace detail {", "namespace model {",
                "namespace model::layers {", "namespace files {"}));
  CHECK_FALSE(breaks(other_namespaces, "model/files/a.h", {"namespace model::files {"}));
  CHECK_FALSE(breaks(other_namespaces, "tasks/a.h", {"namespace tasks {"}));
}

TEST_CASE("files have at most 300 lines") {
  CHECK(faults_of_the_house(long_files) == "");
  CHECK(long_files({"lab/a.cpp", std::vector<std::string>(300)}).empty());
  CHECK(long_files({"lab/a.cpp", std::vector<std::string>(301)}).size() == 1);
}

TEST_CASE("functions have at most 40 lines") {
  CHECK(faults_of_the_house(long_functions) == "");
  const auto function = [](std::size_t lines, const std::string& indent) {
    Source source{"lab/a.cpp", {"namespace lab {", "", "struct A {", " public:"}};
    source.lines.push_back(indent + "int f(int a,");
    source.lines.push_back(indent + "      int b) {");
    for (std::size_t i = 0; i < lines - 3; ++i) source.lines.push_back(indent + "  ++a;");
    source.lines.push_back(indent + "}");
    return source;
  };
  for (const char* indent : {"", "  "}) {
    CHECK(long_functions(function(40, indent)).empty());
    CHECK(long_functions(function(41, indent)) ==
          Faults{"lab/a.cpp:5: a function has at most 40 lines"});
  }
}

TEST_CASE("every test has a name that ctest can hold") {
  std::string text;
  for (const Source& source : tests_below(LAB_SOURCE_DIR)) {
    for (const std::string& fault : names_ctest_cannot_hold(source)) text += fault + "\n";
  }
  CHECK(text == "");
  CHECK(breaks(names_ctest_cannot_hold, "tests/a/b_test.cpp",
               {"TEST_CASE(\"x lies in [0, 1)\") {", "TEST_CASE(\"a; b\", \"[tag]\") {"}));
  CHECK_FALSE(breaks(names_ctest_cannot_hold, "tests/a/b_test.cpp",
                     {"TEST_CASE(\"a name, with (marks)\", \"[tag]\") {"}));
}

}  // namespace house
