// Gradients: flags of a tensor, the modes of a thread, the backward pass.
#include "shim.h"
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/anomaly_mode.h>

namespace {

torch::autograd::variable_list list(Handle* tensors, int32_t count) {
  torch::autograd::variable_list result;
  result.reserve(count);
  for (int32_t i = 0; i < count; i++) result.push_back(shim::orUndefined(tensors[i]));
  return result;
}

}  // namespace

SHIM_API int32_t shim_requires_grad(Handle tensor) { return tensor->requires_grad(); }

SHIM_API int32_t shim_set_requires_grad(Handle tensor, int32_t value) {
  return shim::guard<int32_t>(-1, "requires_grad", {tensor}, [&] {
    tensor->requires_grad_(value != 0);
    return 0;
  });
}

SHIM_API int32_t shim_is_leaf(Handle tensor) { return tensor->is_leaf(); }

SHIM_API int32_t shim_retain_grad(Handle tensor) {
  return shim::guard<int32_t>(-1, "retain_grad", {tensor}, [&] {
    tensor->retain_grad();
    return 0;
  });
}

SHIM_API Handle shim_grad(Handle tensor) {
  return shim::guard<Handle>(nullptr, "grad", {}, [&] { return shim::wrap(at::Tensor(tensor->grad())); });
}

SHIM_API int32_t shim_has_grad(Handle tensor) { return tensor->grad().defined(); }

SHIM_API int32_t shim_set_grad(Handle tensor, Handle grad) {
  return shim::guard<int32_t>(-1, "grad", {tensor, grad}, [&] {
    tensor->mutable_grad() = shim::orUndefined(grad);
    return 0;
  });
}

SHIM_API int32_t shim_set_data(Handle tensor, Handle data) {
  return shim::guard<int32_t>(-1, "set_data", {tensor, data}, [&] {
    tensor->set_data(*data);
    return 0;
  });
}

SHIM_API int32_t shim_backward(Handle* tensors, int32_t count, Handle* gradients, int32_t gradientCount,
                               int32_t retainGraph, int32_t createGraph, Handle* inputs, int32_t inputCount) {
  return shim::guard<int32_t>(-1, "backward", {}, [&] {
    torch::autograd::backward(list(tensors, count), list(gradients, gradientCount), retainGraph != 0,
                              createGraph != 0, list(inputs, inputCount));
    return 0;
  });
}

SHIM_API int32_t shim_grad_of(Handle* outputs, int32_t count, Handle* inputs, int32_t inputCount, Handle* gradients,
                              int32_t gradientCount, int32_t retainGraph, int32_t createGraph, int32_t allowUnused,
                              Handle* results) {
  return shim::guard<int32_t>(-1, "grad", {}, [&] {
    auto found = torch::autograd::grad(list(outputs, count), list(inputs, inputCount), list(gradients, gradientCount),
                                       retainGraph != 0, createGraph != 0, allowUnused != 0);
    for (int32_t i = 0; i < inputCount; i++) results[i] = shim::wrap(std::move(found[i]));
    return 0;
  });
}

// Sets the gradients of many tensors to zero, or drops them.
SHIM_API int32_t shim_zero_grad(Handle* tensors, int32_t count, int32_t setToNone) {
  return shim::guard<int32_t>(-1, "zero_grad", {}, [&] {
    for (int32_t i = 0; i < count; i++) {
      auto& grad = tensors[i]->mutable_grad();
      if (!grad.defined()) continue;
      if (setToNone) {
        grad.reset();
      } else {
        grad = grad.detach();
        grad.zero_();
      }
    }
    return 0;
  });
}

SHIM_API int32_t shim_grad_mode() { return at::GradMode::is_enabled(); }

SHIM_API void shim_set_grad_mode(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }

SHIM_API int32_t shim_inference_mode() { return c10::InferenceMode::is_enabled(); }

SHIM_API void* shim_enter_inference_mode(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }

SHIM_API void shim_leave_inference_mode(void* mode) { delete static_cast<c10::InferenceMode*>(mode); }

SHIM_API int32_t shim_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled(); }

SHIM_API int32_t shim_anomaly_check_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }

SHIM_API void shim_set_anomaly_mode(int32_t enabled, int32_t checkNan) {
  torch::autograd::AnomalyMode::set_enabled(enabled != 0, checkNan != 0);
}
