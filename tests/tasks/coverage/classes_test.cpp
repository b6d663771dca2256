#include "tasks/coverage/classes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/tasks/coverage/called_world.h"

using tasks::coverage::FragmentClasses;
using tasks::coverage::InputCodes;

namespace {

std::vector<FragmentClasses> classes_of(const std::vector<int>& sizes,
                                        const std::vector<int>& truth, std::size_t most = 256) {
  return tasks::coverage::true_classes(InputCodes(sizes), truth, std::vector<char>(truth.size(), 1),
                                       most);
}

}  // namespace

TEST_CASE("two hops have the classes of their first call and no others") {
  const auto function = tests::two_hop_function(8, 1);
  const auto all = classes_of(function.sizes, function.truth);
  REQUIRE(all.size() == 1);
  const FragmentClasses& cut = all[0];
  CHECK(cut.contexts == 8);
  CHECK(cut.classes.size() <= 8);
  for (const auto& members : cut.classes) {
    for (const std::int32_t member : members) {
      for (std::int64_t context = 0; context < 8; ++context) {
        const auto code = static_cast<std::size_t>(cut.code(member, context));
        CHECK(function.truth[code] ==
              function.truth[static_cast<std::size_t>(cut.code(members[0], context))]);
        CHECK(cut.fragment[code] == member);
        CHECK(cut.context[code] == context);
      }
    }
  }
}

TEST_CASE("classes that follow from those of a part are left out, and so are large ones") {
  // x1 + x2 modulo 2, x3 and x4 as they are: {1, 2} has two classes, {1, 2, 3} no more than follow.
  std::vector<int> truth;
  for (int code = 0; code < 81; ++code) {
    const int bit = (code / 27 + code / 9 % 3) % 2;
    truth.push_back(bit * 9 + code % 9);
  }
  const std::vector<int> sizes{3, 3, 3, 3};
  const auto all = classes_of(sizes, truth);
  REQUIRE(all.size() == 3);  // {1}, {2}: 0 and 2 are the same; {1, 2}: 0 2 and 1 1, too
  CHECK(all[0].classes.size() == 1);
  CHECK(all[2].classes.size() == 2);
  CHECK(classes_of(sizes, truth, 4).size() == 2);
}

TEST_CASE("fragments that nobody is asked about are in no class") {
  const auto function = tests::two_hop_function(6, 1);
  int cuts = 0;
  std::vector<char> askable(function.truth.size(), 1);
  std::fill(askable.begin(), askable.begin() + 6, char{0});  // (0, 0)
  for (const auto& cut :
       tasks::coverage::true_classes(InputCodes(function.sizes), function.truth, askable)) {
    if (cut.contexts != 6 || cut.code(0, 5) != 5) continue;  // cut at {1, 2}
    ++cuts;
    CHECK(cut.class_of[0] == -1);
    for (const auto& members : cut.classes) CHECK(std::ranges::count(members, 0) == 0);
  }
  CHECK(cuts == 1);
}
