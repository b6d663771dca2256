#include "lab/figure/read/figures.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "base/names.h"
#include "base/utf8.h"
#include "lab/figure/read/figure.h"
#include "lab/figure/read/figures.pb.h"
#include "lab/figure/read/rows.h"
#include "lab/spec/explain.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/origin.h"

namespace lab::figure::read {
namespace {

/// Stops at the first complaint of the parser.
class FirstComplaint final : public google::protobuf::io::ErrorCollector {
 public:
  FirstComplaint(const std::string& text, const std::string& place) : place_(place) {
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines_.push_back(line);
  }
  void AddError(int line, int column, const std::string& text) override {
    if (!text_.empty()) return;
    // What explain() knows of values are those of a spec.
    const bool of_value = text.starts_with("Unknown enumeration value");
    text_ = of_value ? text : spec::explain(text).text;
    where_ = {.name = place_, .line = line + 1, .column = column + 1};
    if (line >= 0 && line < std::ssize(lines_)) {
      where_.source = lines_[static_cast<std::size_t>(line)];
    }
  }
  void fail_if_any() const {
    if (!text_.empty()) spec::fail(where_, text_);
  }

 private:
  std::string place_, text_;
  std::vector<std::string> lines_;
  spec::Origin where_;
};

proto::Figures parsed(const std::string& text, const std::string& place) {
  FirstComplaint complaint(text, place);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaint);
  proto::Figures read;
  const bool good = parser.ParseFromString(text, &read);
  complaint.fail_if_any();
  require_fit(good, place, ": cannot be read as figures");
  return read;
}

ClaimSpec claim_of(const proto::Claim& from, const std::string& file) {
  require_fit(!from.name().empty(), file, ": claim.name must be given");
  const std::string place = file + ": claim `" + from.name() + "`";
  ClaimSpec claim{from.name(), from.paper(), filter_of(from.rows(), place), from.against(),
                  trained_of(from.has_trained(), from.trained(), place)};
  require_fit(claim.rows.difficulty.has_value(), place, ": rows.difficulty must be given");
  return claim;
}

void check_names(const FigureFile& file, const std::string& place) {
  std::set<std::string> figures;
  std::map<std::string, std::string> titles;
  for (const FigureSpec& figure : file.figures) {
    const auto [same, is_new] = titles.emplace(figure.title, figure.name);
    require_fit(figure.title.empty() || is_new, place, ": figure ", figure.name,
                ": title: has the title of figure ", same->second, ": wanted one of its own");
    require_fit(figures.insert(figure.name).second, place, ": figure ", figure.name,
                " is there twice");
  }
  std::vector<std::string> claims;
  for (const ClaimSpec& claim : file.claims) {
    require_fit(std::ranges::count(claims, claim.name) == 0, place, ": claim `", claim.name,
                "` is there twice");
    claims.push_back(claim.name);
  }
  for (const ClaimSpec& claim : file.claims) {
    if (claim.against.empty() || std::ranges::count(claims, claim.against) > 0) continue;
    require_fit(false, place, ": claim `", claim.name, "`: against: no claim `", claim.against, "`",
                base::did_you_mean(claim.against, claims));
  }
}

}  // namespace

FigureFile parse_figures(const std::string& text, const std::string& place) {
  const proto::Figures read = parsed(text, place);
  require_fit(!read.headline().empty(), place, ": headline must be given");
  require_fit(!read.finding().empty(), place, ": finding must be given, beside the headline");
  FigureFile file{read.headline(), read.paper(), read.finding(), {}, {}};
  for (const auto& from : read.figure()) {
    std::ranges::move(figures_of(from, place), std::back_inserter(file.figures));
  }
  for (const auto& from : read.claim()) file.claims.push_back(claim_of(from, place));
  check_names(file, place);
  return file;
}

FigureFile read_figures(const std::filesystem::path& file) {
  return parse_figures(base::read_text_file(file), file.string());
}

}  // namespace lab::figure::read
