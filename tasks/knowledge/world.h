#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "tasks/fragment.h"
#include "tasks/pool_names.h"

namespace tasks::knowledge {

/// Which facts training states as such.
enum class AtomicFacts {
  all,              ///< those out of distribution too: they are known, but never combined
  in_distribution,  ///< the others are never seen at all
  none,             ///< nothing but two hops is asked
};
/// In order; specs write them in capitals.
constexpr auto names_of(AtomicFacts) {
  return std::to_array<std::string_view>({"all", "in_distribution", "none"});
}

/// Whether training also asks about the relation "same" of each entity with itself.
enum class IdentityRows { off, on };
/// In order; specs write them in capitals.
constexpr auto names_of(IdentityRows) { return std::to_array<std::string_view>({"off", "on"}); }

/// What decides a knowledge graph and its pools.
struct KnowledgeConfig {
  int entities = 100;
  int relations = 20;
  int out_degree = 20;     ///< facts about each entity, of as many relations
  double phi = 9;          ///< two-hop training items for each in-distribution fact
  double ood_share = 0.1;  ///< share of the facts that no two-hop training item may use
  AtomicFacts atomic = AtomicFacts::all;
  IdentityRows identity = IdentityRows::off;
  double zipf = 0;  ///< training prefers frequent relations; see KnowledgeWorld
  std::uint64_t world_seed = 0;
  int pool_items = 2000;                    ///< most items of a pool that is not trained on
  std::vector<CoverageRule> coverage = {};  ///< of the facts of two hops: first_hop, second_hop
};

constexpr std::string_view kind_name(const KnowledgeConfig&) { return "knowledge"; }

template <typename Visit>
void each_field(KnowledgeConfig& config, const Visit& visit) {
  visit("entities", config.entities);
  visit("relations", config.relations);
  visit("out_degree", config.out_degree);
  visit("phi", config.phi);
  visit("ood_share", config.ood_share);
  visit("atomic", config.atomic);
  visit("identity", config.identity);
  visit("zipf", config.zipf);
  visit("world_seed", config.world_seed);
  visit("pool_items", config.pool_items);
}

/// "relations[0] of head is tail", or "relations[1] of relations[0] of head is tail".
struct Fact {
  int head = 0;
  std::vector<int> relations;  ///< 0 .. relations - 1; `relations` itself is "same"
  int tail = 0;
};

/// A random knowledge graph and its pools. Plain data; what is said here is true of every graph
/// that knowledge_world() makes. (Wang et al. 2024, 2405.15071, section 3.)
/// Facts: entity h has the first out_degree relations of 0 .. R - 1 shuffled by
/// Random(world_seed, "knowledge relations", h); the tail of (h, r) is the first draw of
/// Random(world_seed, "knowledge tail", h * R + r) below the number of entities.
/// Out of distribution are round(ood_share * facts) of them, at random.
/// One hop: trained on are the facts that `atomic` says, and the identity rows; facts that it
/// leaves out are the pool `oo`. Two hops: trained on are round(phi * facts in distribution) of the
/// questions over two facts in distribution. Those are chosen one after the other without
/// replacement, with probabilities in proportion to ((r1 + 1) (r2 + 1))^-zipf: relation 0 is the
/// most frequent; 0: all are equal. A fact is then used, in a hop, if one of them has it there:
/// what counts is what was trained on, not what was allowed, as in Wang et al., whose questions in
/// distribution are over the facts that underlie the trained ones.
/// Pools, of questions over two facts that are not trained on:
///   ii      both in distribution and used in their hops. One in ten of these is in `validate`
///   io      the first in distribution and used as a first hop, the second out of distribution
///   oi      the reverse: the second used as a second hop
///   oo      both out of distribution; presupposes no use
///   unused  a fact in distribution that no trained question has in this hop: training has it at
///           most alone or in the other hop, so the question belongs to none of the above. Without
///           `atomic` facts and at small phi many of these facts occur nowhere, and nobody can know
///           them
///   uncovered  with rules of coverage alone: both in distribution, but one not allowed in its hop,
///              or the question not. Allowed are shares of the facts in distribution, and phi
///              counts on all of these: as many questions are trained on as without the rules
/// A fact counts as used if it is as often as its rule wants (CoverageRule::at_least).
/// Each is cut down to pool_items at random. No question is in two pools. Facts out of distribution
/// that `atomic` leaves out occur nowhere at all, so that io, oi and oo ask for the unknowable.
struct KnowledgeWorld {
  using Pools = std::map<Pool, std::vector<Fact>>;

  KnowledgeConfig config;
  std::vector<int> tails;             ///< of (h, r) at h * R + r; -1: no such fact
  std::vector<bool> in_distribution;  ///< of the same: two hops may use it in training
  /// Of the first and of the second hop, of the same: by how many two-hop training items.
  std::array<std::vector<int>, 2> uses;
  Pools one_hop, two_hop;  ///< every pool of knowledge_pools()
};

/// Throws base::Error "<field>: ..." if there is no such graph; that of phi names the largest.
KnowledgeWorld knowledge_world(const KnowledgeConfig& config);

/// train, validate, ii, io, oi, oo, unused; with rules of coverage uncovered, too.
std::span<const Pool> knowledge_pools(std::span<const CoverageRule> rules = {});

}  // namespace tasks::knowledge
