#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "tasks/fragment.h"
#include "tasks/pool_names.h"

namespace tasks::comparison {

/// What decides a table of attributes and its pools.
struct ComparisonConfig {
  int entities = 100;
  int attributes = 8;
  int values = 20;         ///< an attribute is one of 0 .. values - 1
  double phi = 7.2;        ///< comparisons trained on for each in-distribution fact
  double ood_share = 0.1;  ///< of each attribute, the share of entities training may not compare
  std::uint64_t world_seed = 0;
  int pool_items = 2000;                    ///< most items of a pool that is not trained on
  std::vector<CoverageRule> coverage = {};  ///< of the facts that are compared: compared
};

constexpr std::string_view kind_name(const ComparisonConfig&) { return "comparison"; }

template <typename Visit>
void each_field(ComparisonConfig& config, const Visit& visit) {
  visit("entities", config.entities);
  visit("attributes", config.attributes);
  visit("values", config.values);
  visit("phi", config.phi);
  visit("ood_share", config.ood_share);
  visit("world_seed", config.world_seed);
  visit("pool_items", config.pool_items);
}

/// "The attribute of first" or, with a second entity, how it compares to "the attribute of second".
struct Comparison {
  int attribute = 0;
  std::vector<int> entities;  ///< one or two
};

/// A table of random attributes and its pools. Plain data; what is said here is true of every table
/// that comparison_world() makes. (Wang et al. 2024, 2405.15071, section 4.)
/// Facts: the value of attribute a of entity e is the first draw of
/// Random(world_seed, "comparison value", a * entities + e) below `values`.
/// Out of distribution are round(ood_share * entities) entities of each attribute, at random.
/// One hop: all facts are trained on.
/// Two hops: questions over two different entities, a pair always in both orders and both in one
/// pool. Trained on are round(phi * facts in distribution / 2) random pairs of two entities in
/// distribution. A fact is then used if one of them has it, as either entity (training has both
/// orders): what counts is what was trained on, not what was allowed.
/// Pools, of pairs that are not trained on:
///   ii      both in distribution and used. One in ten of these is in `validate` instead
///   io      one in distribution and used, one out of distribution
///   oo      both out of distribution; presupposes no use
///   unused  with a fact in distribution that no trained pair has: known alone and never compared,
///           so the pair belongs to none of the above
///   uncovered  with rules of coverage alone: both in distribution, but one not allowed in pairs,
///   or
///              the pair not. Allowed are shares of the facts in distribution of each attribute,
///              and phi counts on all of these: as many pairs are trained on as without the rules
/// A fact counts as used if it is as often as its rule wants (CoverageRule::at_least).
/// Each is cut down to pool_items / 2 pairs at random. No pair is in two pools.
struct ComparisonWorld {
  using Pools = std::map<Pool, std::vector<Comparison>>;

  ComparisonConfig config;
  std::vector<int> values;            ///< of (a, e) at a * entities + e
  std::vector<bool> in_distribution;  ///< of the same: training may compare it
  std::vector<int> uses;              ///< of the same: by how many pairs trained on
  Pools one_hop, two_hop;             ///< every pool of comparison_pools()
};

/// Throws base::Error "<field>: ..." if there is no such table; that of phi names the largest.
ComparisonWorld comparison_world(const ComparisonConfig& config);

/// train, validate, ii, io, oo, unused; with rules of coverage uncovered, too.
std::span<const Pool> comparison_pools(std::span<const CoverageRule> rules = {});

}  // namespace tasks::comparison
