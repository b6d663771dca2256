#pragma once
#include <vector>

#include "lab/questions/files.h"
#include "lab/spec/document.h"
#include "lab/spec/run_spec.h"

namespace lab::spec {

/// Reads the questions of the task and of each hint that has files, and says in the document which
/// they are: full paths, and digests of their contents. Copies are those of the store that the
/// spec's folder is in, as a run's is. Throws base::Error (exit code 3) at the field, with the line
/// of the file.
void read_files(Document* document);

/// What a part's files ask. Promise: they were read.
std::shared_ptr<const tasks::file::Questions> questions_of(const proto::Part& part);

/// Gives the tasks of a run what was read for them.
void give_questions(RunSpec* run);

/// The files of all parts.
std::vector<questions::NamedFile> files_of(const RunSpec& run);

/// Leaves out where the files lie, which decides none of a spec's numbers.
void clear_paths(proto::Spec* spec);

}  // namespace lab::spec
