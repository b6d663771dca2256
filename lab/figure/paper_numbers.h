#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace lab::figure {

/// What a paper says of a number: that it is this, or below, or above.
enum class Relation { equal, below, above };

/// A row of experiments/<paper>/paper.tsv: a number a paper gives, and how we know.
struct PaperNumber {
  std::string key;           ///< what figures.textproto names it by
  std::string series;        ///< in the paper's words
  std::string train_length;  ///< "1-20": as it is written
  double test_length = 0;    ///< where it stands on the x axis
  double percent = 0;        ///< exact match
  Relation relation = Relation::equal;
  std::string status;  ///< "verified in source", "secondary source"
  std::string source;  ///< "abstract"

  /// "> 92 %"
  std::string text() const;
};

/// By key. Columns: key series train_length test_length value relation status source. Throws
/// base::Error naming file, row and column.
std::map<std::string, PaperNumber> read_paper(const std::filesystem::path& file);

/// The number of this key. Throws base::Error (exit code 3) "<place>: no number `key` in paper.tsv"
/// with the nearest key.
const PaperNumber& number_named(const std::map<std::string, PaperNumber>& paper,
                                const std::string& key, const std::string& place);

}  // namespace lab::figure
