#include "lab/command/screen/guard.h"

#include <unistd.h>

#include <iostream>
#include <streambuf>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace lab::command::screen {
namespace {

int drawings = 0;  // that live: what is written belongs to the program, not to an object

}  // namespace

/// Stands before a stream's buffer.
class GuardedTerminal::Guard final : public std::streambuf {
 public:
  explicit Guard(std::ostream& stream) : stream_(stream), terminal_(stream.rdbuf(this)) {}
  ~Guard() override { stream_.rdbuf(terminal_); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  int_type overflow(int_type next) override {
    if (traits_type::eq_int_type(next, traits_type::eof())) return traits_type::not_eof(next);
    const char c = traits_type::to_char_type(next);
    return xsputn(&c, 1) == 1 ? next : traits_type::eof();
  }

  std::streamsize xsputn(const char* text, std::streamsize size) override {
    const std::string_view all(text, static_cast<std::size_t>(size));
    if (drawings > 0) return terminal_->sputn(text, size);
    const std::string shown = base::without_controls(all);
    const auto length = static_cast<std::streamsize>(shown.size());
    return terminal_->sputn(shown.data(), length) == length ? size : 0;
  }

  int sync() override { return terminal_->pubsync(); }

  std::ostream& stream_;
  std::streambuf* terminal_;
};

GuardedTerminal::GuardedTerminal() {
  if (isatty(STDOUT_FILENO) == 1) out_ = std::make_unique<Guard>(std::cout);
  if (isatty(STDERR_FILENO) == 1) err_ = std::make_unique<Guard>(std::cerr);
}

GuardedTerminal::~GuardedTerminal() = default;

Drawing::Drawing() { ++drawings; }

Drawing::~Drawing() { --drawings; }

}  // namespace lab::command::screen
