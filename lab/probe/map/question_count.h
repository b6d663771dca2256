#pragma once
#include <string>

#include "lab/probe/probe.h"

namespace lab::probe::map {

/// "n = 22", "n = 7 to 300", "n = 110 in 5 seeds": the questions of a measure's cells; empty if
/// they are not known.
std::string questions_text(const ProbeResult& result, const std::string& measure,
                           std::size_t seeds);

}  // namespace lab::probe::map
