#include "lab/figure/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <sstream>

namespace lab {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

std::string how_to_read(const FigureData& data) {
  int seeds = 0;
  bool fit = false;
  for (const Series& series : data.series) {
    seeds = std::max(seeds, series.measured.seeds);
    fit = fit || series.measured.fit.has_value();
  }
  std::string text = "One seed.";
  if (seeds > 1 && data.spec.kind == FigureKind::map) {
    text = fmt::format("Exact match in percent, median of {} seeds.", seeds);
  } else if (seeds > 1) {
    text = std::string(data.spec.kind == FigureKind::strip ? "Tick" : "Line") +
           ": median over seeds; band: lowest to highest; dots: seeds.";
  }
  if (data.spec.kind == FigureKind::threshold) {
    text += " Exponents: least squares through all seeds [95\u00a0% bootstrap over seeds].";
  }
  if (fit) {
    text += " Fit: seeds that solve 99\u00a0% of their training questions";
    const auto& [low, high] = *data.spec.trained;
    text += low == high ? "." : fmt::format(" ({} to {}).", low, high);
  }
  if (const auto& chance = data.spec.chance) {
    text +=
        *chance < 0.1 ? " Chance: below 0.1\u00a0%." : " Chance: " + shown_percent(*chance) + ".";
  }
  return text;
}

std::string about_paper(const FigureData& data) {
  for (const Series& series : data.series) {
    const bool is_paper = !series.paper.empty() || !series.status.empty();
    if (is_paper) return "Open marks: numbers of " + data.paper + ".";
  }
  return "";
}

std::string about_missing(const FigureData& data) {
  std::vector<std::string> missing;
  for (const Series& series : data.series) {
    const bool tried = !series.measured.points.empty() || series.measured.left_out > 0;
    if (!tried) missing.push_back(series.label);
  }
  return missing.empty() ? "" : "Not run: " + joined(missing, "; ") + ".";
}

/// Seeds at some x without a threshold, by series.
std::string about_left_out(const FigureData& data) {
  std::vector<std::string> left_out;
  for (const Series& series : data.series) {
    const int count = series.measured.left_out;
    if (count > 0) left_out.push_back(fmt::format("{} of {}", count, series.label));
  }
  return left_out.empty() ? ""
                          : "No threshold in the range searched: " + joined(left_out, "; ") +
                                " (that x is left out).";
}

/// Neighbours that have been pushed together; their middle is the mean of their wishes.
struct Block {
  double sum = 0;  ///< of wishes, less each one's place in the block
  std::size_t size = 0;
};

double start_of(const Block& block, double gap, double low, double high) {
  const double length = gap * static_cast<double>(block.size - 1);
  const double start = block.sum / static_cast<double>(block.size);
  return std::clamp(start, low, std::max(low, high - length));
}

}  // namespace

std::string literal(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("_^{}@&~\\").find(c) != std::string_view::npos) escaped += "\\";
    escaped += c;
  }
  return plain_literal(escaped);
}

std::string plain_literal(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    result += c;
    if (c == '\'') result += c;  // '' is one quote between single quotes
  }
  return result + "'";
}

std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && letters(lines.back()) + 1 + letters(word) <= columns) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::size_t letters(const std::string& text) {
  const auto begins_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

std::string shown_percent(double percent) {
  const bool whole = percent == 0 || percent == 100;
  return whole ? fmt::format("{:.0f} %", percent) : fmt::format("{:.1f} %", percent);
}

std::string shown_seeds(const Measured& measured) {
  if (measured.points.empty()) return measured.left_out > 0 ? "no threshold" : "not run";
  std::string text = fmt::format("{} seed{}", measured.seeds, measured.seeds == 1 ? "" : "s");
  if (measured.fit) text += fmt::format(", fit {}/{}", measured.fit->fitted, measured.fit->seeds);
  return text;
}

std::vector<std::string> footnotes(const FigureData& data, std::size_t columns) {
  std::vector<std::string> lines;
  const std::vector<std::string> texts{
      data.spec.caption, how_to_read(data),
      about_paper(data) + " " + about_missing(data) + " " + about_left_out(data)};
  for (const std::string& text : texts) {
    for (std::string& line : wrapped(text, columns)) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high) {
  const std::size_t n = wanted.size();
  if (n > 1) gap = std::min(gap, (high - low) / static_cast<double>(n - 1));
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
  std::vector<Block> blocks;
  for (const std::size_t i : order) {
    blocks.push_back({wanted[i], 1});
    while (blocks.size() > 1) {
      const Block last = blocks.back();
      Block& before = blocks[blocks.size() - 2];
      const double end = start_of(before, gap, low, high) + gap * static_cast<double>(before.size);
      if (start_of(last, gap, low, high) >= end) break;
      before.sum += last.sum - gap * static_cast<double>(before.size * last.size);
      before.size += last.size;
      blocks.pop_back();
    }
  }
  std::vector<double> placed(n);
  auto next = order.begin();
  for (const Block& block : blocks) {
    const double start = start_of(block, gap, low, high);
    for (std::size_t k = 0; k < block.size; ++k) {
      placed[*next++] = start + gap * static_cast<double>(k);
    }
  }
  return placed;
}

}  // namespace lab
