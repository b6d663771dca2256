#pragma once
#include "lab/spec/spec.pb.h"
#include "tasks/scan/scan.h"

namespace lab {

/// SCAN as a spec describes it.
tasks::ScanConfig plain_scan(const proto::Scan& from);

}  // namespace lab
