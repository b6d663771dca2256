#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace tests {

/// Where numbers of a text come from: rows of a table in results/<folder>/ and what is read of
/// them.
struct Evidence {
  std::string folder, file;  ///< "raspl", "gap.tsv"
  /// "column=cell;column=cell": all hold. Where there is no such column it is an axis of the column
  /// `settings`. Of scores only the last step of each run is meant, and all questions, unless the
  /// column `step` or `facet` is named.
  std::string rows;
  /// Words, each of which gives numbers, in their order:
  ///   COLUMN            the numbers in that cell of the one row that is meant
  ///   all:COLUMN        those of all rows
  ///   median low high   over the rows, one a seed, if the table has no such columns; percent
  ///   asked             questions asked, the same in all rows
  ///   fit:LOW..HIGH     of runs' training questions of these difficulties: how many runs solve
  ///                     99 %, and how many runs there are
  ///   above:AXIS:SCORE  seeds that stay below this score at the largest number of an axis, how
  ///                     many seeds there are, and this number
  ///   less:NAME=CELL    mean and 95 % interval of the difference, seed by seed, to the rows with
  ///                     this cell instead
  ///   over:NAME=CELL    COLUMN before it, divided by that of the row with this cell instead
  ///   percent, tens     not a number: all are times 100, rounded to tens
  std::string value;
};

/// "results/raspl/gap.tsv: claim=count, ten longer: median low high".
std::string in_words(const Evidence& evidence);

/// Throws base::Error if the file, a column or the rows are not there, or several rows are meant
/// where one should be.
std::vector<double> numbers_from(const Evidence& evidence, const std::filesystem::path& root);

/// The cells of `column` in the rows that are meant.
std::vector<std::string> cells_from(const Evidence& evidence, const std::string& column,
                                    const std::filesystem::path& root);

/// A number where it stands in a text: "2,130", "-1.1", "94.0".
struct Written {
  std::size_t first = 0, size = 0;
  double value = 0;
  int decimals = 0;
};
std::vector<Written> numbers_in(const std::string& text);

}  // namespace tests
