#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/machine.h"
#include "base/names.h"
#include "base/numbers.h"
#include "lab/bench/text.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "model/arithmetic/peak.h"

namespace lab::command {
namespace {

/// The items whose names were asked for with this option, in their own order; all if none were.
template <typename Item, typename NameOf>
std::vector<Item> chosen(const Arguments& arguments, const char* option, std::vector<Item> items,
                         NameOf name) {
  if (!has(arguments, option)) return items;
  const std::vector<std::string> wanted = texts(arguments, option);
  std::vector<std::string> names;
  for (const Item& item : items) names.push_back(name(item));
  for (const std::string& one : wanted) {
    if (std::find(names.begin(), names.end(), one) != names.end()) continue;
    throw base::Error(
        fmt::format("--{0}: no {0} `{1}`{2}", option, one, base::did_you_mean(one, names)),
        base::ExitCode::wrong_usage);
  }
  std::erase_if(items, [&](const Item& item) {
    return std::find(wanted.begin(), wanted.end(), name(item)) == wanted.end();
  });
  return items;
}

double seconds_of(const Arguments& arguments) {
  const std::string given = text(arguments, "seconds", "1");
  const auto seconds = base::number_in<double>(given);
  if (seconds && *seconds >= 0 && *seconds <= 3600) return *seconds;
  throw base::Error("--seconds: wanted a number from 0 to 3600, found `" + given + "`",
                    base::ExitCode::wrong_usage);
}

bench::BenchPlan plan_of(const Arguments& arguments) {
  constexpr int most_threads = 1024;
  bench::BenchPlan plan;
  plan.works = chosen(arguments, "work", plan.works,
                      [](bench::BenchWork work) { return bench::name_of(work); });
  plan.threads = {base::available_cores()};
  if (has(arguments, "threads")) {
    plan.threads = numbers_of(text(arguments, "threads", ""), "--threads");
  }
  for (const int threads : plan.threads) {
    if (threads <= most_threads) continue;
    throw base::Error(fmt::format("--threads: at most {}, found {}", most_threads, threads),
                      base::ExitCode::wrong_usage);
  }
  plan.rounds = static_cast<int>(whole(arguments, "rounds", 1, 1000, plan.rounds));
  plan.seconds = seconds_of(arguments);
  return plan;
}

/// Those asked for; else all that this CPU has instructions for.
std::vector<model::layers::ProductPrecision> products_of(const Arguments& arguments) {
  std::vector<model::layers::ProductPrecision> all(model::layers::all_product_precisions.begin(),
                                                   model::layers::all_product_precisions.end());
  const bool has_amx = model::arithmetic::arithmetic_name() == std::string("amx");
  if (!has(arguments, "products") && !has_amx)
    std::erase(all, model::layers::ProductPrecision::bfloat16_amx);
  return chosen(arguments, "products", all,
                [](model::layers::ProductPrecision p) { return bench::name_of(p); });
}

void print_shapes(const std::vector<bench::BenchCase>& shapes,
                  const std::vector<model::layers::ProductPrecision>& products,
                  const bench::BenchPlan& plan, bool as_json) {
  auto all = nlohmann::ordered_json::array();
  if (!as_json) std::cout << bench::bench_header();
  for (const bench::BenchCase& shape : shapes) {
    std::vector<bench::BenchCase> variants(products.size(), shape);
    for (std::size_t i = 0; i < products.size(); ++i) variants[i].products = products[i];
    for (const bench::BenchResult& result : bench::bench(variants, plan)) {
      if (as_json) all.push_back(bench::json_of(result));
      if (!as_json) std::cout << bench::bench_line(result) << std::flush;
    }
  }
  if (as_json) std::cout << all.dump(2) << '\n';
}

void print_scaling(const bench::BenchPlan& plan, bool as_json) {
  const int threads = *std::max_element(plan.threads.begin(), plan.threads.end());
  auto all = nlohmann::ordered_json::array();
  if (!as_json) std::cout << bench::scaling_header();
  for (const bench::ScalingRow& row : bench::bench_scaling(threads, plan.rounds, plan.seconds)) {
    if (as_json) all.push_back(bench::json_of(row));
    if (!as_json) std::cout << bench::scaling_line(row);
  }
  if (as_json) std::cout << all.dump(2) << '\n';
}

base::ExitCode run(const Arguments& arguments) {
  const bench::BenchPlan plan = plan_of(arguments);
  const std::vector<bench::BenchCase> shapes = chosen(
      arguments, "case", bench::bench_cases(), [](const bench::BenchCase& c) { return c.name; });
  const std::vector<model::layers::ProductPrecision> products = products_of(arguments);
  const bool as_json = flag(arguments, "json"), scaling = flag(arguments, "scaling");
  for (const char* option : {"case", "work", "products"}) {
    if (!scaling || !has(arguments, option)) continue;
    throw base::Error(fmt::format("--{}: has no meaning with --scaling", option),
                      base::ExitCode::wrong_usage);
  }
  if (!as_json) std::cout << "arithmetic " << model::arithmetic::arithmetic_name() << "\n";
  if (scaling) {
    print_scaling(plan, as_json);
  } else {
    print_shapes(shapes, products, plan, as_json);
  }
  return base::ExitCode::done;
}

}  // namespace

Command bench_command() {
  Command command{
      "bench",
      "[--case NAME]... [--work NAME]... [--products NAME]... [--threads N,...] [--scaling] "
      "[--json]",
      "tokens/s, FLOP/s and share of this machine's measured peak, by model size",
      "train: forward, backward and AdamW; score: forward; decode: greedy, T new tokens for each\n"
      "sequence. Medians over interleaved rounds, with the lowest and the highest; best is the\n"
      "fastest single repetition. The peak is that of float32 multiply-adds on registers alone,\n"
      "measured beside them: products in bfloat16 may pass it. Where % CPU is well below 100, the\n"
      "machine was busy with something else; by CPU is the share of the peak over CPU time\n"
      "instead of the clock.\n"
      "MB: what the work takes beside weights and data.\n"
      "--scaling: the cost of a training token over width, depth and threads, and of any token "
      "over\n"
      "lengths from 64 to 16,384, beside what its flops make expected. "
      "LAB_ISA=amx|avx512bf16|avx512|avx2|eigen forces one arithmetic.",
      {"lab bench --case A --threads 1,2", "lab bench --scaling --json"},
      {},
      run};
  auto add = command.options.add_options();
  add("case", many_values(),
      "only this case: A, B, C, D, T300, T1024, T4096 or T16384; may be given again");
  add("work", many_values(), "only this work: train, score or decode; may be given again");
  add("products", many_values(),
      "only these: float32, bfloat16 or bfloat16_amx; may be given again");
  add("threads", one_value(), "A or A,B,...: numbers of threads (default: all cores)");
  add("rounds", one_value(), "rounds of measurements (default: 3)");
  add("seconds", one_value(),
      "at least, for each measurement of a round (default: 1; 0: once, cold)");
  add("scaling", boost::program_options::bool_switch(), "how cost grows with each size");
  add_json(command.options);
  return command;
}

}  // namespace lab::command
