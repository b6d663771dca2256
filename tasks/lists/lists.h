#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tasks/task.h"
#include "tasks/vocabulary.h"

namespace tasks::lists {

/// How the items of a list are drawn from the values 1 .. V.
enum class ListInputs {
  uniform,         ///< each item uniform on its own: repetitions as they come
  distinct,        ///< without replacement: no value twice
  fixed_density,   ///< uniform over a random window of round(n / density) values (1 .. V)
  duplicate_rich,  ///< half the lists from a window of width U(n/4 .. n) values (at least 1, at
                   ///< most V), the others uniform
};
/// In order; specs write them in capitals.
constexpr auto names_of(ListInputs) {
  return std::to_array<std::string_view>(
      {"uniform", "distinct", "fixed_density", "duplicate_rich"});
}

std::string_view name(ListInputs inputs);
ListInputs list_inputs_named(std::string_view name);  ///< throws base::Error with the nearest name

struct ListConfig {
  int values = 100;  ///< V
  ListInputs inputs = ListInputs::uniform;
  double density = 0.2;   ///< items per value, fixed_density only; in (0, 100]
  int max_length = 1000;  ///< largest n offered (distinct: also at most V)
};

template <typename Visit>
void each_field(ListConfig& config, const Visit& visit) {
  visit("values", config.values);
  visit("inputs", config.inputs);
  visit("density", config.density);
  visit("max_length", config.max_length);
}

/// Throws base::Error "<field>: must be ..., got ..." if no list can be drawn this way.
void require_valid(const ListConfig& config);

/// Lengths n for which lists can be drawn.
Range list_lengths(const ListConfig& config);

/// n items as value tokens. Promise: 1 <= n, and n <= V if distinct.
std::vector<Token> sample_list(const ListConfig& config, int n, base::Random& random);

/// Width of a fixed_density window for n items: round(n / density), at least 1, at most V.
int density_window(const ListConfig& config, int n);

/// The ids every list task over V values gives its tokens: "1" .. "V" are 0 .. V - 1 (so a smaller
/// value is a smaller token), then "=" and ".", then what is the task's own.
struct ListTokens {
  int values = 0;  ///< V
  bool is_value(Token token) const { return 0 <= token && token < values; }
  Token equals() const { return values; }
  Token end() const { return values + 1; }
  Token own(int i) const { return values + 2 + i; }  ///< 0: the task token that opens a prompt
};

/// A vocabulary in the order of ListTokens.
Vocabulary list_vocabulary(int values, std::span<const std::string_view> own_names);

/// The parts of "<task> items = query", as views into the prompt.
struct ListPrompt {
  std::span<const Token> items;  ///< at least one
  std::span<const Token> query;  ///< whatever follows the first "=", maybe nothing
};

/// Nothing if the prompt is not of this form.
std::optional<ListPrompt> parts_of(const ListTokens& tokens, std::span<const Token> prompt);

/// "<task> items ="; a query is appended by the task.
std::vector<Token> list_prompt(const ListTokens& tokens, std::span<const Token> items);

/// How often each token occurs; no entry is zero.
std::map<Token, int> multiplicities(std::span<const Token> tokens);

/// Digest of the sorted items: lists that are permutations of each other are one question.
std::uint64_t list_key(std::span<const Token> items);

/// "length", "distinct" (number of different values) and "largest_multiplicity".
std::map<std::string, int> list_facets(std::span<const Token> items);

}  // namespace tasks::lists
