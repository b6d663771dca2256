#include "lab/bench/text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "model/arithmetic/peak.h"

namespace lab::bench {
namespace {

constexpr const char* bench_format =
    "{:5} {:20} {:8} {:6} {:>7} {:>9} {:>19} {:>9} {:>8} {:>6} {:>6} {:>6} {:>8}\n";
constexpr const char* scaling_format =
    "{:8} {:22} {:6} {:>7} {:>10} {:>9} {:>8} {:>6} {:>9} {:>9} {:>7} {:>7} {:>7}\n";

std::string shape_text(const BenchCase& c) {
  return fmt::format("{}x{}, {} heads, T={}", c.blocks, c.width, c.heads, c.length);
}

std::string number(double value, int digits) { return fmt::format("{:.{}f}", value, digits); }

}  // namespace

std::string bench_header() {
  return fmt::format(bench_format, "case", "blocks x width", "products", "work", "threads",
                     "tokens/s", "lowest - highest", "best", "GFLOP/s", "% peak", "by CPU", "% CPU",
                     "MB");
}

std::string bench_line(const BenchResult& r) {
  const base::Estimate rate = r.tokens_per_second();
  return fmt::format(bench_format, r.shape.name, shape_text(r.shape), name_of(r.shape.products),
                     name_of(r.work), r.threads, number(rate.middle, 0),
                     fmt::format("{:.0f} - {:.0f}", rate.low, rate.high),
                     number(r.best_tokens_per_second(), 0), number(r.flops() / 1e9, 1),
                     number(100 * r.share_of_peak(), 1), number(100 * r.share_of_peak_by_cpu(), 1),
                     number(100 * r.share_of_cpu(), 0), number(r.peak_memory_bytes / 1e6, 0));
}

std::string scaling_header() {
  return fmt::format(scaling_format, "grows", "blocks x width", "work", "threads", "MFLOP/tok",
                     "tokens/s", "GFLOP/s", "% peak", "expected", "measured", "ratio", "by CPU",
                     "MB");
}

std::string scaling_line(const ScalingRow& row) {
  const BenchResult& r = row.result;
  return fmt::format(scaling_format, row.grows, shape_text(r.shape), name_of(r.work), r.threads,
                     number(flops_per_token(r.shape, r.work) / 1e6, 3),
                     number(r.tokens_per_second().middle, 0), number(r.flops() / 1e9, 1),
                     number(100 * r.share_of_peak(), 1), number(row.expected, 2),
                     number(row.measured, 2), number(row.ratio(), 2), number(row.ratio_by_cpu(), 2),
                     number(r.peak_memory_bytes / 1e6, 0));
}

nlohmann::ordered_json json_of(const BenchResult& r) {
  const base::Estimate rate = r.tokens_per_second();
  return {{"case", r.shape.name},
          {"work", name_of(r.work)},
          {"products", name_of(r.shape.products)},
          {"arithmetic", model::arithmetic::arithmetic_name()},
          {"threads", r.threads},
          {"blocks", r.shape.blocks},
          {"width", r.shape.width},
          {"heads", r.shape.heads},
          {"length", r.shape.length},
          {"sequences", r.shape.sequences},
          {"vocabulary", bench_vocabulary},
          {"parameters", r.parameters},
          {"rounds", r.rounds.size()},
          {"repetitions", r.rounds.back().repetitions},
          {"tokens_per_second", rate.middle},
          {"lowest_tokens_per_second", rate.low},
          {"highest_tokens_per_second", rate.high},
          {"best_tokens_per_second", r.best_tokens_per_second()},
          {"tokens_per_cpu_second", r.tokens_per_cpu_second()},
          {"flops_per_token", flops_per_token(r.shape, r.work)},
          {"flops", r.flops()},
          {"peak_flops", r.peak_flops()},
          {"share_of_peak", r.share_of_peak()},
          {"share_of_peak_by_cpu", r.share_of_peak_by_cpu()},
          {"share_of_cpu", r.share_of_cpu()},
          {"peak_memory_bytes", r.peak_memory_bytes}};
}

nlohmann::ordered_json json_of(const ScalingRow& row) {
  nlohmann::ordered_json object{{"grows", row.grows},
                                {"expected", row.expected},
                                {"measured", row.measured},
                                {"ratio", row.ratio()},
                                {"ratio_by_cpu", row.ratio_by_cpu()}};
  object.update(json_of(row.result));
  return object;
}

}  // namespace lab::bench
