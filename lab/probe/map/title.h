#pragma once
#include <string>

#include "lab/probe/kinds.h"
#include "lab/probe/map/choice.h"
#include "lab/probe/map/figure.h"
#include "lab/probe/map/merge.h"
#include "lab/probe/map/table.h"

namespace lab::probe::map {

/// Around the maps of a run: what was asked ("lens: sorting, pool test, difficulty 4"; of a probe
/// over several difficulties from which to which; a prompt itself), and of which model.
MapTexts texts_of(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step);

/// What the table of a run says in all rows: seed, task, pool, difficulty (of one), facet, model;
/// texts_of() a table reads them back. Of a prompt no questions are told.
SameColumns columns_of(const ProbeKind& kind, const ProbeRequest& request);

/// Around the maps of a table: "linear: two_hop, pool type_0", what all its rows are of.
MapTexts texts_of(const ProbeKind& kind, const MergedProbe& merged);

/// Of the same maps' files: "lens_test_difficulty_4_step_60", "attention_prompt_1f0a33c2_step_60".
/// All that was asked otherwise than usual is in it (another task, a facet, a label, another run,
/// how many questions, which cells), so that no map is written over one of something else.
std::string map_name(const ProbeKind& kind, const ProbeRequest& request, const CellChoice& cells,
                     std::int64_t step);

}  // namespace lab::probe::map
