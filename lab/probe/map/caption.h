#pragma once
#include <string>

#include "lab/probe/map/page.h"

namespace lab::probe::map {

/// `caption`, what stands beside the values on this page, and what few questions a seed mean.
std::string caption_of(const std::string& caption, const ProbeResult& result, const Page& page,
                       std::size_t seeds);

/// "n = 22", "n = 7 to 300", "n = 110 in 5 seeds": the questions of a measure's cells; empty if
/// they are not known.
std::string questions_text(const ProbeResult& result, const std::string& measure,
                           std::size_t seeds);

}  // namespace lab::probe::map
