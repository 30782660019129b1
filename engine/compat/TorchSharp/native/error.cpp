// The last error of each thread, taken by the managed side after a call that failed.
#include "shim.h"
#include <sstream>

namespace shim {

static thread_local std::string lastError;
static thread_local bool failed = false;

void fail(const char* what, const char* op, std::initializer_list<const at::Tensor*> operands) noexcept {
  try {
    std::ostringstream text;
    text << what;
    bool first = true;
    for (const at::Tensor* operand : operands) {
      if (!operand || !operand->defined()) continue;
      text << (first ? std::string(" (") + op + " on shapes " : std::string(", ")) << operand->sizes();
      first = false;
    }
    if (!first) text << ")";
    lastError = text.str();
  } catch (...) {
    lastError = "out of memory while reporting a native error";
  }
  failed = true;
}

}  // namespace shim

SHIM_API const char* shim_take_error() {
  if (!shim::failed) return nullptr;
  shim::failed = false;
  return shim::lastError.c_str();
}
