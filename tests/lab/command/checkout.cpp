#include "tests/lab/command/checkout.h"

#include "base/file.h"

namespace tests {

Checkout::Checkout(const std::string& seeds) {
  base::write_file(folder / "cpu.textproto",
                   "task { sorting { values: 20 } difficulty { low: 1 high: 3 } }\n"
                   "model { width: 8 heads: 1 blocks: 1 }\n"
                   "train { steps: 3 batch: 2 warmup: 1 }\n"
                   "score { examples: 5 difficulties: [2, 4] pools: [TRAIN, TEST] }\n"
                   "sweep { name: 'main' seeds { count: " +
                       seeds + " } }\n");
  base::write_file(
      folder / "figures.textproto",
      "headline: 'tiny'\npaper: 'Nobody 2000'\nfinding: 'it does'\n"
      "figure { name: 'lines' x_label: 'items' rows { sweep: 'main' task: 'sorting' }\n"
      "  series { label: 'all' paper: 'p' } chance: 50 }\n"
      "claim { name: 'c' paper: 'p' rows { task: 'sorting' difficulty: 4 } }\n");
  base::write_file(folder / "paper.tsv",
                   "key\tseries\ttrain_length\ttest_length\tvalue\trelation\tstatus\tsource\n"
                   "p\tx\t1-3\t4\t99\t>\tverified in source\tabstract\n");
}

Ended Checkout::run(std::vector<std::string> words) const {
  words.insert(words.begin(), "reproduce");
  words.insert(words.end(), {"--experiments", experiments, "--store", store});
  return lab(words);
}

}  // namespace tests
