#pragma once
#include <span>
#include <string>

#include "lab/report/html.h"
#include "lab/report/probe_folder.h"

namespace lab::report {

/// Maps in the folders.
int maps_in(std::span<const ProbeFolder> folders);

/// Every map with its numbers folded below it, every table that has no map, what folders say of
/// them, and what cannot be shown. Nothing for no folders. Ids begin with `id`, which is the
/// section's own.
Html probes_section(std::span<const ProbeFolder> folders, const std::string& id);

}  // namespace lab::report
