// What every file of the shim shares: the error slot of a thread and the guard around each export.
#pragma once
#include <ATen/core/Tensor.h>
#include <cstdint>
#include <initializer_list>
#include <string>

#define SHIM_API extern "C" __attribute__((visibility("default")))

using Handle = at::Tensor*;

namespace shim {

void fail(const char* what, const char* op, std::initializer_list<const at::Tensor*> operands) noexcept;

inline Handle wrap(at::Tensor&& tensor) {
  return tensor.defined() ? new at::Tensor(std::move(tensor)) : nullptr;
}

inline at::Tensor orUndefined(Handle tensor) { return tensor ? *tensor : at::Tensor(); }

// Runs body; an exception becomes the thread's error and the result `failed`.
template <typename Result, typename Body>
Result guard(Result failed, const char* op, std::initializer_list<const at::Tensor*> operands, Body&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& error) {
    fail(error.what_without_backtrace(), op, operands);
  } catch (const std::exception& error) {
    fail(error.what(), op, operands);
  } catch (...) {
    fail("unknown native exception", op, operands);
  }
  return failed;
}

}  // namespace shim
