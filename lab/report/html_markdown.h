#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "lab/report/html.h"

namespace lab::report {

/// Where on the page a link of the text leads, "#id"; empty: nowhere, its words are shown alone.
using LinkTarget = std::function<std::string(const std::string& address)>;

/// Markdown (CommonMark and tables) as it reads. Its words are escaped, HTML in it is shown as the
/// letters it is made of, pictures are their description. The first level of headings is
/// <h`top`>, none is below <h6>.
Html markdown(std::string_view text, unsigned top, const LinkTarget& target);

}  // namespace lab::report
