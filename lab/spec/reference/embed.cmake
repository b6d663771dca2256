# cmake -DFROM=file -DTO=file.cpp -P lab/spec/reference/embed.cmake: the file's bytes as lab::spec::reference::schemas().
file(READ ${FROM} bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
string(REGEX REPLACE "(('.x..',){16})" "\\1\n    " bytes "${bytes}")
file(WRITE ${TO} "#include \"lab/spec/reference/schema.h\"\n
namespace lab::spec::reference {\n
std::string schemas() {
  static constexpr char bytes[] = {
    ${bytes}};
  return {bytes, sizeof bytes};
}\n
}  // namespace lab::spec::reference\n")
