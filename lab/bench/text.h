#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "lab/bench/scaling.h"

namespace lab::bench {

/// Lines for people, each ended.
std::string bench_header();
std::string bench_line(const BenchResult& result);
std::string scaling_header();
std::string scaling_line(const ScalingRow& row);

/// Everything measured, for programs. Rates are a second, sizes in bytes.
nlohmann::ordered_json json_of(const BenchResult& result);
nlohmann::ordered_json json_of(const ScalingRow& row);

}  // namespace lab::bench
