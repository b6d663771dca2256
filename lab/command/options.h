#pragma once
#include <boost/program_options.hpp>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/spec.h"
#include "tasks/pool.h"

namespace lab::command {

using Arguments = boost::program_options::variables_map;

/// Options are taken as text and read by the functions below, so that every mistake is a
/// base::Error (exit code 2) that names the option, what it takes and what was found.
boost::program_options::typed_value<std::string>* one_value();

/// May be given more than once.
boost::program_options::typed_value<std::vector<std::string>>* many_values();

/// Options that several commands share.
void add_store(boost::program_options::options_description& options);
void add_threads(boost::program_options::options_description& options, const char* meaning);
void add_set(boost::program_options::options_description& options);
void add_json(boost::program_options::options_description& options);
void add_quiet(boost::program_options::options_description& options);
void add_fail_fast(boost::program_options::options_description& options);

bool has(const Arguments& arguments, const char* name);

/// The same for a switch as well: one that is off was not given.
bool given(const Arguments& arguments, const char* name);

/// For options that nobody would read: throws "--name: <reason>" (exit code 2) if one was given.
void refuse(const Arguments& arguments, std::initializer_list<const char*> names,
            const std::string& reason);

bool flag(const Arguments& arguments, const char* name);
std::string text(const Arguments& arguments, const char* name, const std::string& otherwise);
std::vector<std::string> texts(const Arguments& arguments, const char* name);

/// A positional word that must be there. Throws "wanted SPEC".
std::string word(const Arguments& arguments, const char* name, const char* shown_as);

/// A whole number from `low` to `high`.
std::int64_t whole(const Arguments& arguments, const char* name, std::int64_t low,
                   std::int64_t high, std::int64_t otherwise);

/// --store, else the environment's LAB_STORE, else results/runs.
std::filesystem::path store_of(const Arguments& arguments);

/// --threads, else the environment's LAB_THREADS, else `otherwise`.
int threads_of(const Arguments& arguments, int otherwise);

/// --fail-fast, if it was given.
std::optional<int> fail_fast_of(const Arguments& arguments);

/// "3,5,10" or "A:B" or "A:B:STEP" as numbers, rising steps. `name` is the option, for errors.
std::vector<int> numbers_of(const std::string& text, const char* name);

/// The pool of this name; throws with exit code 2.
tasks::Pool pool_in(const std::string& text);

}  // namespace lab::command
