#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/names.h"
#include "base/parallel.h"
#include "lab/bench.h"
#include "lab/command.h"
#include "model/peak.h"

namespace lab {
namespace {

nlohmann::json json_of(const BenchResult& r, int threads) {
  return {{"case", r.name},
          {"work", r.work},
          {"arithmetic", model::arithmetic_name()},
          {"threads", threads},
          {"tokens_per_second", r.tokens_per_second},
          {"best_tokens_per_second", r.best_tokens_per_second},
          {"flops", r.flops()},
          {"peak_flops", r.peak_flops},
          {"share_of_peak", r.share_of_peak()},
          {"parameters", r.parameters},
          {"peak_memory_bytes", r.peak_memory_bytes}};
}

void print_row(const BenchCase& c, const BenchResult& r) {
  const std::string shape =
      fmt::format("{}x{}, {} heads, T={}", c.blocks, c.width, c.heads, c.length);
  std::cout << fmt::format("{:5} {:22} {:6} {:>11.0f} {:>11.0f} {:>9.1f} {:>7.1f} {:>9.0f}\n",
                           r.name, shape, r.work, r.tokens_per_second, r.best_tokens_per_second,
                           r.flops() / 1e9, 100 * r.share_of_peak(), r.peak_memory_bytes / 1e6)
            << std::flush;
}

std::vector<BenchCase> chosen_cases(const boost::program_options::variables_map& options) {
  if (!options.count("case")) return bench_cases();
  std::vector<std::string> names;
  for (const BenchCase& c : bench_cases()) {
    names.push_back(c.name);
    if (c.name == options["case"].as<std::string>()) return {c};
  }
  const std::string& wanted = options["case"].as<std::string>();
  throw base::Error(
      base::concat("bench: no case named ", wanted, base::did_you_mean(wanted, names)), 2);
}

int run(const boost::program_options::variables_map& options) {
  const int threads = options["threads"].as<int>();
  const double seconds = options["seconds"].as<double>();
  if (threads < 1) throw base::Error(base::concat("--threads: must be > 0, got ", threads), 2);
  if (!(seconds > 0 && seconds < 3600)) {
    throw base::Error(base::concat("--seconds: must be in 0..3600, got ", seconds), 2);
  }
  const bool as_json = options.count("json") > 0;
  auto all = nlohmann::json::array();
  if (!as_json) {
    std::cout << fmt::format("{}, {} threads\n{:5} {:22} {:6} {:>11} {:>11} {:>9} {:>7} {:>9}\n",
                             model::arithmetic_name(), threads, "case", "blocks x width", "work",
                             "tokens/s", "best", "GFLOP/s", "% peak", "peak MB");
  }
  for (const BenchCase& c : chosen_cases(options)) {
    for (const BenchResult& r : bench(c, threads, seconds)) {
      if (as_json) {
        all.push_back(json_of(r, threads));
      } else {
        print_row(c, r);
      }
    }
  }
  if (as_json) std::cout << all.dump(2) << '\n';
  return 0;
}

}  // namespace

Command bench_command() {
  namespace po = boost::program_options;
  Command command;
  command.name = "bench";
  command.usage = "[--case NAME] [--threads N] [--json]";
  command.summary = "tokens/s, FLOP/s and share of this machine's measured peak, by model size";
  command.details =
      "The peak is that of multiply-adds on registers alone, measured in the same run. Medians; "
      "run\n"
      "it on a quiet machine. LAB_ISA=avx512|avx2|eigen forces one arithmetic.";
  command.examples = {"lab bench", "lab bench --case A --threads 1 --json"};
  command.options.add_options()("case", po::value<std::string>(), "only this case")(
      "threads", po::value<int>()->default_value(base::available_cores()), "threads to use")(
      "seconds", po::value<double>()->default_value(2), "seconds for each measurement")(
      "json", "print JSON");
  command.run = run;
  return command;
}

}  // namespace lab
