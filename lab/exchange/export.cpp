#include "lab/exchange/export.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <span>

#include "base/error.h"
#include "base/file.h"
#include "base/random.h"
#include "base/text.h"
#include "base/version.h"
#include "lab/exchange/example_json.h"
#include "tasks/different.h"
#include "tasks/emptiness.h"

namespace lab::exchange {
namespace {

using Json = nlohmann::ordered_json;

/// Lines on their way into a file, counted.
class Lines {
 public:
  explicit Lines(const std::filesystem::path& file) : file_(file), writer_(file) {}

  void add(const Json& object) {
    waiting_ += object.dump();
    waiting_ += '\n';
    ++lines_;
    constexpr std::size_t enough = 1 << 16;
    if (waiting_.size() >= enough) pass_on();
  }

  /// The file's part of the manifest. The old manifest goes just before the old file.
  Json commit(const std::filesystem::path& manifest) {
    pass_on();
    std::error_code ignored;  // what cannot be removed cannot be replaced either, and says so
    std::filesystem::remove(manifest, ignored);
    writer_.commit();
    return {{"name", file_.filename().string()},
            {"bytes", bytes_},
            {"lines", lines_},
            {"checksum", fmt::format("crc32:{:08x}", checksum_)}};
  }

 private:
  void pass_on() {
    writer_.write(waiting_);
    bytes_ += static_cast<std::int64_t>(waiting_.size());
    checksum_ = ::crc32(checksum_, reinterpret_cast<const Bytef*>(waiting_.data()),
                        static_cast<uInt>(waiting_.size()));
    waiting_.clear();
  }

  std::filesystem::path file_;
  base::FileWriter writer_;
  std::string waiting_;
  std::int64_t bytes_ = 0, lines_ = 0;
  uLong checksum_ = ::crc32(0, nullptr, 0);
};

std::set<int> difficulties_of(const train::Lesson& lesson, const ExportRequest& request,
                              std::size_t part) {
  std::set<int> difficulties(request.difficulties.begin(), request.difficulties.end());
  if (!difficulties.empty()) return difficulties;
  const auto [low, high] = lesson.mixture.part(part).difficulty;
  for (int difficulty = low; difficulty <= high; ++difficulty) difficulties.insert(difficulty);
  const std::vector<int>& scored = lesson.spec.score.difficulties;
  if (part == 0) difficulties.insert(scored.begin(), scored.end());
  return difficulties;
}

std::vector<tasks::Pool> pools_of(const ExportRequest& request, const tasks::Task& task) {
  if (!request.pools.empty()) return request.pools;
  const auto pools = tasks::pools_of(task);
  return {pools.begin(), pools.end()};
}

/// Questions of one task, pool and difficulty, of whom `seed` draws the examples.
struct Block {
  std::size_t part = 0;
  tasks::Pool pool = tasks::Pool::train;
  int difficulty = 0;
  std::uint64_t seed = 0;
};

/// Writes as many as are wanted or the pool has, and returns their entry of the manifest.
Json write_block(const Block& block, std::int64_t wanted, const train::Mixture& mixture,
                 Lines& lines) {
  const tasks::Task& task = mixture.task(block.part);
  const std::string& label = mixture.part(block.part).name;
  std::vector<std::uint64_t> keys;
  std::uint64_t digest = 0;
  tasks::DifferentExamples source(task, block.pool, block.difficulty, block.seed);
  const bool some = tasks::has_question(task, block.pool, block.difficulty);
  while (some && std::ssize(keys) < wanted) {
    const std::optional<tasks::Example> example = source.next();
    if (!example) break;
    keys.push_back(task.question_key(example->prompt));
    digest = base::digest(base::hexadecimal(keys.back()), digest);
    Json object = json_of(task, label, block.pool, *example);
    object["index"] = source.index();
    object["key"] = base::hexadecimal(keys.back());
    lines.add(object);
  }
  const std::int64_t examples = std::ssize(keys);
  std::ranges::sort(keys);
  const auto different = std::ranges::unique(keys).begin() - keys.begin();
  return {{"task", label},
          {"pool", tasks::name(block.pool)},
          {"difficulty", block.difficulty},
          {"seed", block.seed},
          {"wanted", wanted},
          {"examples", examples},
          {"questions", different},
          {"keys", base::hexadecimal(digest)}};
}

/// What is written of one spec's pools, with the manifest's entries.
struct Written {
  Json blocks = Json::array();
  ExportedPools pools;
};

void write_pool(const Block& pool, const std::set<int>& difficulties, std::int64_t examples,
                const train::Mixture& mixture, Lines& lines, Written& written) {
  std::vector<std::string> empty;
  for (const int difficulty : difficulties) {
    Block block = pool;
    block.difficulty = difficulty;
    written.blocks.push_back(write_block(block, examples, mixture, lines));
    const std::int64_t some = written.blocks.back()["examples"];
    written.pools.examples += some;
    if (some == 0) empty.push_back(std::to_string(difficulty));
  }
  if (empty.empty()) return;
  written.pools.empty.push_back(fmt::format("{}: pool {} has no question at difficulty {}",
                                            mixture.part(pool.part).name, tasks::name(pool.pool),
                                            base::joined(empty)));
}

}  // namespace

ExportedPools export_pools(const train::Lesson& lesson, const ExportRequest& request,
                           const std::filesystem::path& file) {
  const spec::RunSpec& spec = lesson.spec;
  const train::Mixture& mixture = lesson.mixture;
  std::filesystem::path manifest = file;
  manifest += ".manifest.json";
  Lines lines(file);
  Written written;
  for (std::size_t part = 0; part < mixture.size(); ++part) {
    for (const tasks::Pool pool : pools_of(request, mixture.task(part))) {
      const std::uint64_t seed = pool == tasks::Pool::train ? spec.data_seed : spec.score_seed;
      write_pool({part, pool, 0, seed}, difficulties_of(lesson, request, part), request.examples,
                 mixture, lines, written);
    }
  }
  base::require(written.pools.examples > 0,
                "nothing to write: ", base::joined(written.pools.empty, "; "));
  const Json about = lines.commit(manifest);
  const Json object{{"version", base::version},
                    {"fingerprint", spec.fingerprint},
                    {"file", about},
                    {"blocks", written.blocks},
                    {"spec", spec.text}};
  base::write_file(manifest, object.dump(2) + '\n');
  return written.pools;
}

}  // namespace lab::exchange
