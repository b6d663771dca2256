#include "lab/store/claim.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/holder.h"
#include "lab/store/lease.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

struct Place {
  base::ScratchFolder scratch;
  fs::path folder = scratch.path() / "run";

  Place() { fs::create_directory(folder); }

  fs::path lease(int number) const { return folder / "leases" / std::to_string(number); }
};

TEST_CASE("a claim is of the folder that it was taken in, and of no other in its place") {
  const Place place;
  const auto claim = Claim::take(place.folder);
  REQUIRE(claim);
  CHECK(claim->folder() == place.folder);
  CHECK(!claim->remark());
  CHECK(!Claim::take(place.folder));
  const fs::path aside = place.scratch.path() / "aside";
  SECTION("removed") { fs::remove_all(place.folder); }
  SECTION("moved") { fs::rename(place.folder, aside); }
  SECTION("replaced and claimed by another") {
    fs::rename(place.folder, aside);
    fs::create_directory(place.folder);
    REQUIRE(Claim::take(place.folder));
  }
  CHECK(!claim->is_held());
  CHECK_THROWS_WITH(claim->folder(), Contains(place.folder.string() + ": removed, moved or"));
}

TEST_CASE("a claim is free again when its holder is gone, and names who has it meanwhile") {
  const Place place;
  CHECK(!claim_holder(place.folder));
  {
    const auto claim = Claim::take(place.folder);
    CHECK(claim_holder(place.folder) == this_process().in_words());
    CHECK(this_process().in_words() == "pid " + std::to_string(getpid()) + " on " + host_name());
  }
  CHECK(!claim_holder(place.folder));
  CHECK(Claim::take(place.folder));
}

TEST_CASE("a lease is held by one at a time, given back, and lost to who takes the next") {
  const Place place;
  {
    const auto lease = Lease::take(place.folder);
    REQUIRE(lease);
    CHECK(lease->is_held());
    CHECK(lease_holder(place.folder)->in_words() == this_process().in_words());
    CHECK(!Lease::take(place.folder));
    CHECK(!Claim::take(place.folder));  // from where locks work: another has it by a lease
    base::write_file(place.lease(2), text_of(this_process()));
    CHECK(!lease->is_held());
    fs::remove(place.lease(2));
  }
  CHECK(!lease_holder(place.folder));
  const auto next = Lease::take(place.folder);
  REQUIRE(next);
  CHECK(fs::exists(place.lease(2)));
  fs::remove_all(place.folder);
  CHECK(!next->is_held());
}

/// A lease of `holder` whose heart beat last so many seconds ago.
void leave_lease(const Place& place, const Holder& holder, int seconds_ago) {
  base::write_file(place.lease(1), text_of(holder));
  fs::last_write_time(place.lease(1),
                      fs::file_time_type::clock::now() - std::chrono::seconds(seconds_ago));
}

TEST_CASE("the lease of a worker lost elsewhere is free once its heart has not beaten for long") {
  const Place place;
  const Holder elsewhere{"12", "another", "boot/pid:[1]", "7"};
  leave_lease(place, elsewhere, Lease::patience_seconds / 2);
  CHECK(lease_holder(place.folder)->in_words() == "pid 12 on another");
  CHECK(!Lease::take(place.folder));
  leave_lease(place, elsewhere, 2 * Lease::patience_seconds);
  CHECK(!lease_holder(place.folder));
  CHECK(Lease::take(place.folder));
}

TEST_CASE("the lease of a process of this machine that is gone is free at once") {
  const Place place;
  Holder gone = this_process();
  REQUIRE(!gone.where.empty());
  gone.born += "0";  // the same number, given again since
  leave_lease(place, gone, 0);
  CHECK(!lease_holder(place.folder));
  CHECK(Lease::take(place.folder));
}

TEST_CASE("a claim's text gives its holder back, and no text is too strange to be read") {
  const Holder holder{"12", "a-host", "boot/pid:[1]", "77"};
  const Holder read = holder_in(text_of(holder));
  CHECK(read.in_words() == "pid 12 on a-host");
  CHECK(are_together(read, holder));
  CHECK(read.born == "77");
  for (const std::string text : {"", "pid", "pid\n\n\nhost", "\xff\xfe 3", "where where born"}) {
    CHECK(holder_in(text).in_words().starts_with("pid "));
  }
  CHECK(!are_together(holder_in(""), holder_in("")));
}

}  // namespace
}  // namespace lab::store
