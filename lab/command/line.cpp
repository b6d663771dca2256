#include "lab/command/line.h"

#include <algorithm>

#include "base/error.h"
#include "base/names.h"

namespace lab::command {
namespace {

namespace po = boost::program_options;

[[noreturn]] void wrong(const std::string& message) {
  throw base::Error(message, base::ExitCode::wrong_usage);
}

/// Words are options to Boost, with names that nobody may type.
po::options_description words_and_options(const Command& command) {
  po::options_description all;
  for (const CommandWord& word : command.words) {
    if (word.times == Times::once) all.add_options()(word.name.c_str(), one_value());
    if (word.times == Times::any) all.add_options()(word.name.c_str(), many_values());
  }
  return all.add(command.options);
}

po::positional_options_description positions_of(const Command& command) {
  po::positional_options_description positions;
  for (const CommandWord& word : command.words) {
    positions.add(word.name.c_str(), word.times == Times::once ? 1 : -1);
  }
  return positions;
}

bool is_word(const std::string& name, const Command& command) {
  return std::ranges::find(command.words, name, &CommandWord::name) != command.words.end();
}

[[noreturn]] void unknown(const std::string& name, const Command& command) {
  std::vector<std::string> names;
  for (const auto& option : command.options.options()) {
    names.push_back("--" + option->long_name());
  }
  wrong("no option " + name + base::did_you_mean(name, names));
}

/// "--quiet" or "-1x", but not "-" (standard input), "-3", "-0.5" or "-p cpu --mem 1G".
bool looks_like_option(const std::string& value) {
  return value.size() > 1 && value.find(' ') == value.npos && value[0] == '-' &&
         value.find_first_not_of("0123456789.", 1) == 1;
}

/// Boost takes whatever follows an option for its value, the next option too.
void refuse_swallowed(const po::parsed_options& parsed, const Command& command) {
  for (const auto& option : parsed.options) {
    if (option.position_key >= 0) continue;
    const std::string name = "--" + option.string_key;
    if (is_word(option.string_key, command)) unknown(name, command);
    if (option.value.empty()) continue;
    const bool joined = option.original_tokens.size() == 1;  // --name=value
    const std::string& value = option.value.front();
    const bool may_fall = option.string_key == "sort" && !value.starts_with("--");  // "-score"
    if (!joined && !may_fall && looks_like_option(value)) {
      wrong(name + ": wanted a value, found the option " + value);
    }
  }
}

/// Takes "-word" from the line for a word where the command says so; Boost takes an option without
/// a name for a word.
std::vector<po::option> minus_word(const Command& command, bool takes_minus,
                                   std::vector<std::string>& line) {
  const std::string& next = line.front();
  if (!takes_minus || next.size() < 3 || next[0] != '-' || next[1] == '-') return {};
  const bool is_option = std::ranges::any_of(command.options.options(), [&](const auto& option) {
    return next == "-" + option->long_name();  // a slip for --name
  });
  if (is_option) return {};
  po::option word;
  word.value.push_back(next);
  word.original_tokens.push_back(next);
  line.erase(line.begin());
  return {word};
}

po::parsed_options parsed_words(const Command& command, const po::options_description& options,
                                const std::vector<std::string>& words) {
  namespace style = po::command_line_style;
  const bool takes_minus = std::ranges::any_of(command.words, [&](const CommandWord& word) {
    return !word.minus_after.empty() && !words.empty() && words.front() == word.minus_after;
  });
  try {
    return po::command_line_parser(words)
        .extra_style_parser(
            [&](std::vector<std::string>& line) { return minus_word(command, takes_minus, line); })
        .options(options)
        .positional(positions_of(command))
        .style(style::unix_style & ~style::allow_guessing)
        .run();
  } catch (const po::unknown_option& error) {
    unknown(error.get_option_name(), command);
  } catch (const po::too_many_positional_options_error&) {
    wrong("too many words; usage: lab " + command.name + " " + command.usage);
  } catch (const po::error_with_option_name& error) {
    wrong(error.get_option_name() + ": wanted one value (usage: lab " + command.name + " " +
          command.usage + ")");
  }
}

}  // namespace

Arguments parse_arguments(const Command& command, const std::vector<std::string>& words) {
  const po::options_description options = words_and_options(command);
  const po::parsed_options parsed = parsed_words(command, options, words);
  refuse_swallowed(parsed, command);
  Arguments arguments;
  try {
    po::store(parsed, arguments);
  } catch (const po::multiple_occurrences& error) {
    wrong(error.get_option_name() + ": given more than once");
  } catch (const po::error& error) {
    wrong(error.what());
  }
  po::notify(arguments);
  return arguments;
}

}  // namespace lab::command
