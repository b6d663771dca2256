#pragma once
#include <string>

#include "lab/probe/map/page.h"

namespace lab::probe::map {

/// `caption`, what stands beside the values on this page, and what few questions a seed mean.
std::string caption_of(const std::string& caption, const ProbeResult& result, const Page& page,
                       std::size_t seeds);

}  // namespace lab::probe::map
