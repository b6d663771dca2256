#pragma once
#include <filesystem>
#include <set>
#include <span>
#include <string>

namespace lab::runs {

/// What people say of a run, beside its manifest: a file `tags/<word>` each and note.txt. No part
/// of the fingerprint. They take no claim, so that a run may be tagged while it trains: a tag is a
/// file of its own, so two who tag at once lose none; of two notes the last stays.
std::set<std::string> tags_of(const std::filesystem::path& folder);

/// Nothing said: empty.
std::string note_of(const std::filesystem::path& folder);

/// "+word" adds a tag, "-word" takes one away. Throws base::Error (exit code 2) for other words
/// before any is changed, and if the folder cannot be written or is no run.
void change_tags(const std::filesystem::path& folder, std::span<const std::string> changes);

/// One line; an empty one takes the note away. Throws base::Error as change_tags does.
void set_note(const std::filesystem::path& folder, const std::string& note);

}  // namespace lab::runs
