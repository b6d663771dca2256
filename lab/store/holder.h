#pragma once
#include <filesystem>
#include <string>

namespace lab::store {

/// The process that a claim names, as the claim's file says it.
struct Holder {
  std::string process, host;  ///< "12" and the machine's name; "?" where the file does not say
  std::string where;          ///< the boot and the name space that the process number is of
  std::string born;           ///< when it began, in the kernel's ticks: numbers are given again

  /// "pid 12 on HOST".
  std::string in_words() const { return "pid " + process + " on " + host; }
};

/// This process.
Holder this_process();

/// What a claim's file says of its holder, and when it took it.
std::string text_of(const Holder& holder);

/// The holder that such a text names; throws nothing, whatever the text.
Holder holder_in(const std::string& text);

/// Whether both are processes of one running system, so that one can tell whether the other lives.
bool are_together(const Holder& a, const Holder& b);

/// Whether that process, of this system, is still there.
bool lives_here(const Holder& holder);

/// The name of this machine.
std::string host_name();

}  // namespace lab::store
