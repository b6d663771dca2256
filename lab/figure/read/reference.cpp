#include "lab/figure/read/reference.h"

#include "lab/figure/read/figures.pb.h"

namespace lab::figure::read {

std::vector<spec::reference::FieldDoc> figure_fields() {
  return spec::reference::fields_of(*proto::Figures::descriptor());
}

}  // namespace lab::figure::read
