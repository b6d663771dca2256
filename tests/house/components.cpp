#include "tests/house/components.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace house {
namespace {

struct Component {
  std::string folder;
  std::vector<std::string> depends;
};

/// By name.
std::map<std::string, Component> components_of(const std::string& cmake_lists) {
  static const std::regex call(
      "\ncomponent\\((\\w+)(?:\\s+FOLDER\\s+([\\w/]+))?(?:\\s+DEPENDS\\s+([^)]*))?\\)");
  std::map<std::string, Component> components;
  for (std::sregex_iterator at(cmake_lists.begin(), cmake_lists.end(), call), end; at != end;
       ++at) {
    const std::smatch& found = *at;
    Component component{.folder = found[2].matched ? found[2] : found[1], .depends = {}};
    std::istringstream words(found[3]);
    for (std::string word; words >> word;) component.depends.push_back(word);
    components[found[1]] = component;
  }
  return components;
}

void see(const std::string& name, const std::map<std::string, Component>& all,
         std::set<std::string>* seen) {
  const auto found = all.find(name);
  if (found == all.end()) return;
  seen->insert(found->second.folder);
  for (const std::string& below : found->second.depends) see(below, all, seen);
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::string unit_of(const std::string& path) { return path.substr(0, path.rfind('.')); }

/// The path that a line includes in double quotes; "" if it does not.
std::string included_by(const std::string& line) {
  static const std::regex include("^\\s*#\\s*include\\s*\"([^\"]*)\".*");
  std::smatch found;
  return std::regex_match(line, found, include) ? found[1].str() : "";
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph units_included(const std::vector<Source>& sources) {
  Graph graph;
  for (const Source& source : sources) {
    for (const std::string& line : source.lines) {
      const std::string target = unit_of(included_by(line));
      if (!target.empty() && target != unit_of(source.path)) {
        graph[unit_of(source.path)].insert(target);
      }
    }
  }
  return graph;
}

/// Goes on from the last unit of `way`; a circle ends at a unit that is on the way already.
void walk(const Graph& graph, std::vector<std::string>* way, std::set<std::string>* done,
          Faults* circles) {
  const std::string here = way->back();
  const auto next = graph.find(here);
  if (next != graph.end() && !done->contains(here)) {
    for (const std::string& unit : next->second) {
      const auto again = std::ranges::find(*way, unit);
      if (again == way->end()) {
        way->push_back(unit);
        walk(graph, way, done, circles);
      } else {
        std::string circle;
        for (auto at = again; at != way->end(); ++at) circle += *at + " -> ";
        circles->push_back(circle + unit);
      }
    }
  }
  done->insert(here);
  way->pop_back();
}

}  // namespace

Sight sight_of(const std::string& cmake_lists) {
  const auto components = components_of(cmake_lists);
  Sight sight;
  for (const auto& [name, component] : components) see(name, components, &sight[component.folder]);
  return sight;
}

Faults includes_out_of_sight(const Source& source, const Sight& sight) {
  const std::string folder = folder_of(source.path);
  const auto seen = sight.find(folder);
  if (seen == sight.end()) return {source.path + ": " + folder + "/ is no component"};
  Faults faults;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string target = included_by(source.lines[i]);
    if (target.empty() || seen->second.contains(folder_of(target))) continue;
    faults.push_back(source.path + ":" + std::to_string(i + 1) + ": " + folder +
                     "/ must not include " + target);
  }
  return faults;
}

Faults circles_of_includes(const std::vector<Source>& sources) {
  const Graph graph = units_included(sources);
  std::set<std::string> done;
  Faults circles;
  for (const auto& [unit, targets] : graph) {
    std::vector<std::string> way{unit};
    walk(graph, &way, &done, &circles);
  }
  return circles;
}

}  // namespace house
