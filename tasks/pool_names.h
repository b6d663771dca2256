#pragma once
#include <array>
#include <string_view>

namespace tasks {

/// Which questions may be trained on, chosen with, and reported on. A task offers some of these
/// (FinitePools::pools, or the first three); in all of them `train` is what is trained on and
/// nothing else is.
enum class Pool {
  train,
  validate,
  test,
  // Composition, by which of an item's calls are seen in training (CompositionWorld).
  type_0,  ///< all seen: in distribution
  type_1,  ///< none
  type_2,
  type_3,
  type_4,
  type_5,
  type_6,
  type_7,
  // Knowledge graph, by whether the first and the second hop are facts that training combines.
  ii,      ///< both: in distribution
  io,      ///< the first only
  oi,      ///< the second only
  oo,      ///< neither
  ood,     ///< out of distribution, of whatever kind
  unused,  ///< a fact that training may combine, and does not: neither in distribution nor out of
           ///< it
  // Of tasks whose coverage is controlled, by whether training may show all their pieces
  // (control/controlled.h).
  covered,    ///< it may: in distribution
  uncovered,  ///< one at least it may not
};
/// In order; specs write them in capitals.
constexpr auto names_of(Pool) {
  return std::to_array<std::string_view>(
      {"train", "validate", "test", "type_0", "type_1", "type_2", "type_3", "type_4", "type_5",
       "type_6", "type_7", "ii", "io", "oi", "oo", "ood", "unused", "covered", "uncovered"});
}
inline constexpr Pool all_pools[] = {Pool::train,  Pool::validate, Pool::test,     Pool::type_0,
                                     Pool::type_1, Pool::type_2,   Pool::type_3,   Pool::type_4,
                                     Pool::type_5, Pool::type_6,   Pool::type_7,   Pool::ii,
                                     Pool::io,     Pool::oi,       Pool::oo,       Pool::ood,
                                     Pool::unused, Pool::covered,  Pool::uncovered};

/// Whether nothing is learned from it and nothing chosen by it: neither train nor validate.
bool is_held_out(Pool pool);

std::string_view name(Pool pool);
Pool pool_named(std::string_view name);  ///< throws base::Error with the nearest name

}  // namespace tasks
