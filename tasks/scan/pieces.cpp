#include "tasks/scan/pieces.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::scan {
namespace {

enum : std::size_t { framed, joined };

/// "turn" is 0, then come the primitives.
int number_of(int verb) { return verb - scan_turn; }
std::int16_t verb_of(int number) { return static_cast<std::int16_t>(number + scan_turn); }

Fragment frame_of(const ScanSentence& s) {
  const ScanSide side = s.manner == ScanManner::plain ? ScanSide::left : s.side;
  return fragment_of(number_of(s.verb), static_cast<int>(s.manner),
                     4 * static_cast<int>(side) + s.times);
}

ScanSentence sentence_of(Fragment frame) {
  const auto [verb, manner, rest] = numbers_of(frame);
  return {ScanJoin::and_then, verb_of(verb), static_cast<ScanManner>(manner),
          static_cast<ScanSide>(rest / 4), static_cast<std::int8_t>(rest % 4)};
}

Fragment join_of(int first, ScanJoin join, int second) {
  return fragment_of(number_of(first), static_cast<int>(join), number_of(second));
}

void read_word(Token word, ScanSentence* sentence) {
  if (word == scan_twice) sentence->times = 2;
  if (word == scan_thrice) sentence->times = 3;
  if (word == scan_opposite) sentence->manner = ScanManner::opposite;
  if (word == scan_around) sentence->manner = ScanManner::around;
  if (word != scan_left && word != scan_right) return;
  sentence->side = word == scan_left ? ScanSide::left : ScanSide::right;
  if (sentence->manner == ScanManner::plain) sentence->manner = ScanManner::toward;
}

}  // namespace

std::span<const FragmentKind> scan_kinds() {
  static constexpr std::array kinds{
      FragmentKind{"framed", "a verb in a frame: how it is done, to which side, how often"},
      FragmentKind{"joined", "the verbs of two parts of a command and what joins them"}};
  return kinds;
}

std::vector<Fragment> fragments_in(std::size_t kind, const ScanCommand& command) {
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < command.size(); ++i) {
    if (kind == framed) fragments.push_back(frame_of(command[i]));
    if (kind == joined && i > 0) {
      fragments.push_back(join_of(command[i - 1].verb, command[i].join, command[i].verb));
    }
  }
  return fragments;
}

std::optional<std::vector<Fragment>> all_scan_fragments(std::size_t kind, int primitives) {
  std::vector<Fragment> fragments;
  if (kind == framed) {
    for (int number = 0; number < scan_sentences(primitives); ++number) {
      fragments.push_back(frame_of(scan_sentence(primitives, number, ScanJoin::and_then)));
    }
  } else {
    const std::int64_t verbs = primitives + 1;
    if (2 * verbs * verbs > Fragments::most_listed) return std::nullopt;
    for (int first = scan_turn; first < primitives; ++first) {
      for (const ScanJoin join : {ScanJoin::and_then, ScanJoin::after}) {
        for (int second = scan_turn; second < primitives; ++second) {
          fragments.push_back(join_of(first, join, second));
        }
      }
    }
  }
  std::ranges::sort(fragments);
  return fragments;
}

std::vector<Token> words_of(const ScanTokens& tokens, std::size_t kind, Fragment fragment) {
  if (kind == framed) return scan_words(tokens, {sentence_of(fragment)});
  const auto [first, join, second] = numbers_of(fragment);
  const Token word = static_cast<ScanJoin>(join) == ScanJoin::after ? scan_after : scan_and;
  return {tokens.verb(verb_of(first)), word, tokens.verb(verb_of(second))};
}

std::vector<Token> verbs_of(const ScanTokens& tokens, std::size_t kind, Fragment fragment) {
  const auto [first, join, second] = numbers_of(fragment);
  std::vector<Token> verbs{tokens.verb(verb_of(first))};
  if (kind == joined) verbs.push_back(tokens.verb(verb_of(second)));
  return verbs;
}

ScanCommand command_in(const ScanTokens& tokens, std::span<const Token> words) {
  ScanCommand command;
  ScanJoin join = ScanJoin::and_then;
  bool begins = true;
  for (const Token word : words) {
    if (word == scan_and || word == scan_after) {
      join = word == scan_after ? ScanJoin::after : ScanJoin::and_then;
      begins = true;
    } else if (begins) {
      int verb = scan_turn;
      while (verb < tokens.primitives && tokens.verb(verb) != word) ++verb;
      base::promise(verb < tokens.primitives, "a part of a command begins with a verb");
      command.push_back({join, static_cast<std::int16_t>(verb)});
      begins = false;
    } else {
      read_word(word, &command.back());
    }
  }
  return command;
}

AllowedFragments allowed_in_scan(std::span<const CoverageRule> rules, int primitives) {
  const ScanTokens tokens{primitives};
  std::vector<KindChoice> choices;
  for (std::size_t kind = 0; kind < scan_kinds().size(); ++kind) {
    choices.push_back({scan_kinds()[kind].name, std::nullopt});
    auto all = all_scan_fragments(kind, primitives);
    if (!all) continue;
    choices.back().choice = FragmentChoice{
        *std::move(all), [tokens, kind](Fragment one) { return verbs_of(tokens, kind, one); },
        [](Fragment) { return 0; }};
  }
  return {choices, rules};
}

bool is_allowed(const AllowedFragments& allowed, const ScanCommand& command) {
  std::vector<int> parts;
  for (std::size_t kind = 0; kind < scan_kinds().size(); ++kind) {
    for (const Fragment one : fragments_in(kind, command)) {
      if (!allowed.allows(kind, one)) return false;
      parts.insert(parts.end(), {numbers_of(one)[0], numbers_of(one)[1], numbers_of(one)[2]});
    }
  }
  return allowed.allows_question(base::digest(std::span<const int>(parts)));
}

}  // namespace tasks::scan
