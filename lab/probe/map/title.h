#pragma once
#include <string>

#include "lab/probe/kinds.h"

namespace lab::probe::map {

/// Above the maps of a run: "lens: run 3f.., step 60: test sorting, difficulty 4".
std::string map_title(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step);

/// Of the same maps' files: "lens_step_60".
std::string map_name(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step);

}  // namespace lab::probe::map
