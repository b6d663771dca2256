#pragma once
#include <optional>
#include <string>

#include "base/error.h"
#include "lab/figure/read/figures.pb.h"
#include "lab/figure/row_filter.h"
#include "tasks/task.h"

namespace lab::figure::read {

/// Throws base::Error (exit code 3) made of `parts` unless `ok`: a file of figures that can be
/// parsed says what does not fit together.
template <typename... Parts>
void require_fit(bool ok, const Parts&... parts) {
  if (!ok) throw base::Error(base::concat(parts...), base::ExitCode::bad_spec);
}

/// Throws as require_fit() does, beginning with `place`.
RowFilter filter_of(const proto::Rows& rows, const std::string& place);

/// What the figure says for all, and what the series says; sweeps and single fields of the series
/// win, conditions add up.
proto::Rows with_own(proto::Rows all, const proto::Rows& own);

/// Difficulties trained on, if they are given. Throws as require_fit() does, beginning with
/// `place`.
std::optional<tasks::Range> trained_of(bool given, const proto::Span& span,
                                       const std::string& place);

}  // namespace lab::figure::read
