#pragma once
#include <string>

#include "lab/probe/map/page.h"

namespace lab::probe::map {

/// `caption`, what stands beside the values on this page, whether the number of questions is known,
/// and what few of them a seed mean.
std::string caption_of(const std::string& caption, const ProbeResult& result, const Page& page,
                       std::size_t seeds);

}  // namespace lab::probe::map
