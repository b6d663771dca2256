#include "lab/figure/read/rows.h"

#include "lab/spec/from_proto.h"

namespace lab::figure::read {

RowFilter filter_of(const proto::Rows& rows, const std::string& place) {
  RowFilter result{.sweeps = {rows.sweep().begin(), rows.sweep().end()},
                   .where = {},
                   .task = rows.task(),
                   .pool = spec::enum_named<tasks::Pool>(proto::Score::Pool_Name(rows.pool())),
                   .difficulty = {},
                   .step = {},
                   .facet = {}};
  for (const std::string& where : rows.where()) {
    const auto equals = where.find('=');
    require_fit(equals != where.npos, place, ": rows.where: wanted axis=value, found `", where,
                "`");
    result.where.push_back({where.substr(0, equals), where.substr(equals + 1)});
  }
  if (rows.has_difficulty()) result.difficulty = rows.difficulty();
  if (rows.has_step()) result.step = rows.step();
  if (rows.has_facet())
    result.facet = store::facet_in(rows.facet(), place + ": rows.facet", base::ExitCode::bad_spec);
  require_fit(!result.task.empty(), place, ": rows.task must be given");
  return result;
}

proto::Rows with_own(proto::Rows all, const proto::Rows& own) {
  if (own.sweep_size() > 0) all.clear_sweep();
  all.MergeFrom(own);
  return all;
}

std::optional<tasks::Range> trained_of(bool given, const proto::Span& span,
                                       const std::string& place) {
  if (!given) return std::nullopt;
  require_fit(span.has_low() && span.has_high() && span.low() <= span.high(), place,
              ": trained: wanted low and high, low <= high");
  return tasks::Range{span.low(), span.high()};
}

}  // namespace lab::figure::read
