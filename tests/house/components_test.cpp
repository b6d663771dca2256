#include "tests/house/components.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace house {
namespace {

/// Of the component table of CMakeLists.txt; the program, lab/main.cpp, sees all of it.
Sight our_sight() {
  std::ifstream file(LAB_SOURCE_DIR "/CMakeLists.txt");
  std::stringstream text;
  text << file.rdbuf();
  Sight sight = sight_of(text.str());
  sight["lab"] = sight.at("lab/command");
  return sight;
}

std::string lines(const Faults& faults) {
  std::string text;
  for (const std::string& fault : faults) text += fault + "\n";
  return text;
}

Faults faults_of(const std::string& path, const std::string& included) {
  return includes_out_of_sight({path, {"#include \"" + included + "\""}}, our_sight());
}

Source header(const std::string& path, const std::vector<std::string>& included) {
  Source source{path, {"#pragma once", "#include <vector>"}};
  for (const std::string& target : included) {
    source.lines.push_back("#include \"" + target + "\"");
  }
  return source;
}

}  // namespace

TEST_CASE("a component sees what it depends on, near and far, and nothing else") {
  const Sight sight = sight_of(
      "\ncomponent(base)\ncomponent(one FOLDER a/one DEPENDS base Eigen3::Eigen)\n"
      "component(two FOLDER a/two DEPENDS\n          one)\ncomponent(three FOLDER a DEPENDS base)");
  CHECK(sight == Sight{{"base", {"base"}},
                       {"a/one", {"a/one", "base"}},
                       {"a/two", {"a/two", "a/one", "base"}},
                       {"a", {"a", "base"}}});
}

TEST_CASE("includes point down the table of components") {
  std::string faults;
  for (const Source& source : code_below(LAB_SOURCE_DIR)) {
    faults += lines(includes_out_of_sight(source, our_sight()));
  }
  CHECK(faults == "");
}

TEST_CASE("an include that points up, aside or out of the house is found") {
  CHECK(faults_of("base/a.h", "tasks/b.h").size() == 1);
  CHECK(faults_of("tasks/lists/a.h", "model/layers/b.h").size() == 1);
  CHECK(faults_of("tasks/lists/a.h", "tasks/bits/b.h").size() == 1);
  CHECK(faults_of("model/files/a.cpp", "tasks/b.h").size() == 1);
  CHECK(faults_of("model/arithmetic/a.h", "model/layers/b.h").size() == 1);
  CHECK(faults_of("lab/spec/a.h", "lab/store/b.h").size() == 1);
  CHECK(faults_of("lab/store/a.cpp", "tests/b.h").size() == 1);
  CHECK(faults_of("lab/store/a.cpp", "../base/b.h").size() == 1);
  CHECK(faults_of("base/a.cpp", "a.h").size() == 1);                // not from the root
  CHECK(faults_of("lab/elsewhere/a.cpp", "base/b.h").size() == 1);  // no such component
  CHECK(faults_of("lab/store/a.h", "lab/spec/b.h").empty());
  CHECK(faults_of("lab/store/a.h", "tasks/b.h").empty());
  CHECK(faults_of("lab/main.cpp", "lab/command/b.h").empty());
}

TEST_CASE("includes of units do not go round in circles") {
  CHECK(lines(circles_of_includes(code_below(LAB_SOURCE_DIR))) == "");
  CHECK(circles_of_includes({header("a/a.h", {"a/b.h"}), header("a/b.h", {})}).empty());
  CHECK(circles_of_includes({header("a/a.h", {"a/b.h"}), header("a/b.cpp", {"a/c.h"}),
                             header("a/c.h", {"a/a.h"})}) == Faults{"a/a -> a/b -> a/c -> a/a"});
}

}  // namespace house
