#pragma once
#include <string>

namespace tests {

/// A page as gnuplot writes it.
inline std::string svg(const std::string& content) {
  return "<?xml version=\"1.0\"?>\n<svg width=\"100\" height=\"80\" viewBox=\"0 0 100 80\" "
         "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
         "<title>t</title><rect x=\"0\" y=\"0\" width=\"100\" height=\"80\" fill=\"#ffffff\"/>\n"
         "<defs><circle id='gpPt5' r='1'/><script>alert(1)</script></defs>\n" +
         content + "</svg>\n";
}

/// In a group as gnuplot's are.
inline std::string drawn(const std::string& content) {
  return svg(
      "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"2.00\" "
      "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">" +
      content + "</g>");
}

}  // namespace tests
