#pragma once
#include <optional>
#include <string>

#include "lab/probe/probe.h"

namespace lab::probe::map {

/// Which cells of a probe are wanted.
struct CellChoice {
  std::optional<int> block, head;  ///< from 1 on
  std::string row;                 ///< a pattern; of "4 =" also of the number or the token alone

  /// "_block_2_head_1_row_=", as part of a file's name; empty if all are wanted.
  std::string name() const;
};

/// Those cells whose names say the block and the head, together where one name says both; measures
/// of which none is left are not drawn. Throws base::Error (exit code 2) if none is left at all.
ProbeResult chosen(const ProbeResult& result, const CellChoice& choice);

/// A word of a file's name: other letters than A-Z a-z 0-9 . - are _, and then a digest follows, so
/// that two texts have two names.
std::string file_word(const std::string& text);

}  // namespace lab::probe::map
