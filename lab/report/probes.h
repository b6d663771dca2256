#pragma once
#include <span>
#include <string>

#include "lab/report/html.h"
#include "lab/report/probe_folder.h"

namespace lab::report {

/// Where an experiment's probes are on the page.
std::string probes_anchor(const std::string& experiment);

/// Where a file or a folder of them is, by its place ("results/coverage/probes/patch.tsv"); empty
/// if it is not among them.
std::string probe_anchor(std::span<const ProbeFolder> folders, const std::string& experiment,
                         const std::string& place);

/// Every map with its numbers folded below it, every table that has no map, what folders say of
/// them, and what cannot be shown. Nothing for no folders.
Html probes_section(std::span<const ProbeFolder> folders, const std::string& experiment);

}  // namespace lab::report
