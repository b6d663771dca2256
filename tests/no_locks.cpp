// Preloaded, it makes fcntl refuse locks as a file system without them does: ENOLCK.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>

extern "C" __attribute__((visibility("default"))) int fcntl(int descriptor, int command, ...) {
  if (command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK) {
    errno = ENOLCK;
    return -1;
  }
  va_list more;
  va_start(more, command);
  void* argument = va_arg(more, void*);
  va_end(more);
  return static_cast<int>(syscall(SYS_fcntl, descriptor, command, argument));
}
