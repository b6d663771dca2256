#pragma once
#include "lab/spec/spec.pb.h"
#include "tasks/blocksworld/config.h"

namespace lab {

/// The plain struct of a message whose limits were checked.
tasks::BlocksworldConfig plain_blocksworld(const proto::Blocksworld& blocks);

}  // namespace lab
