#pragma once
#include <string>

#include "lab/report/report.h"

namespace lab::report {

/// The report as one HTML page that needs no other file and no network: figures are images inside
/// it, and its content policy lets nothing else load, nor any script run but its own. The same
/// report gives the same bytes.
std::string report_page(const Report& report);

}  // namespace lab::report
