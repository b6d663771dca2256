#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/report/drawing/lettering.h"
#include "lab/report/html_table.h"
#include "lab/report/report.h"

namespace lab::report {

/// <p>, of a class of the style sheet unless that is empty.
Html paragraph(const std::string& text, const std::string& kind = {});

/// Lines of code.
Html code_block(const std::string& text);

/// Content that a press on its title shows. On paper it is only if it is open.
Html folded(const std::string& title, const Html& content);

/// A figure, and what its file says around the plot, which is no part of the picture then.
struct Picture {
  Html html;
  drawing::Lettering lettering;
};

/// An SVG figure, for those who do not see it `description`; it scrolls where it is wider than the
/// window. Of the kind "map" it has its own size, else the page's. What gnuplot drew for us follows
/// the page's colours; any other file is an image as it stands, on white.
Picture picture(const std::string& svg, const std::string& description,
                const std::string& kind = {});

/// A cell of digits, sorted by the number that it begins with, or by `value`.
Cell number_cell(const std::string& shown);
Cell number_cell(const std::string& shown, double value);

/// Ours beside the paper's, a row a claim: what is needed to judge it.
Html claims_table(std::span<const paper::PaperGap> gaps);

/// The rest of what is known of each claim's number.
Html claims_numbers(std::span<const paper::PaperGap> gaps);

/// Every number a figure shows, a row a point: median, range and seeds, mean and 95 % interval.
Html numbers_table(const figure::FigureData& data);

/// What a reader who sees no image is told: the title and where each series ends.
std::string alternative_text(const figure::FigureData& data);

/// A verdict in its colour.
Html verdict_mark(paper::Verdict verdict);

}  // namespace lab::report
