// Optimisers: all parameters of a group in one call, with the operations and their order of PyTorch's own loops, so
// that the results agree to the last bit. A parameter without a gradient is left alone, and so is its state.
#include "shim.h"
#include <ATen/core/grad_mode.h>
#include <ATen/ops/add.h>
#include <ATen/ops/clamp.h>
#include <ATen/ops/maximum.h>
#include <ATen/ops/neg.h>
#include <ATen/ops/norm.h>
#include <ATen/ops/sqrt.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros_like.h>
#include <cmath>
#include <limits>

namespace {

at::Tensor& state(Handle& slot, const at::Tensor& like) {
  if (!slot) slot = new at::Tensor(at::zeros_like(like, like.options(), at::MemoryFormat::Preserve));
  return *slot;
}

at::Tensor gradientOf(const at::Tensor& parameter, bool maximize) {
  const at::Tensor& grad = parameter.grad();
  return maximize ? at::neg(grad) : grad;
}

template <typename Body>
int32_t forEach(Handle* parameters, int32_t count, const char* name, Body&& body) {
  return shim::guard<int32_t>(-1, name, {}, [&] {
    at::NoGradGuard untracked;
    for (int32_t i = 0; i < count; i++)
      if (parameters[i]->grad().defined()) body(i, *parameters[i]);
    return 0;
  });
}

struct AdamOptions {
  double rate, beta1, beta2, eps, decay;
  int32_t amsgrad, maximize, decoupled;
};

void adamStep(at::Tensor& parameter, const AdamOptions& o, int64_t step, Handle& average, Handle& square, Handle& largest) {
  auto grad = gradientOf(parameter, o.maximize != 0);
  if (o.decoupled)
    parameter.mul_(1 - o.rate * o.decay);
  else if (o.decay != 0)
    grad = grad.add(parameter, o.decay);
  auto& first = state(average, parameter);
  auto& second = state(square, parameter);
  first.mul_(o.beta1).add_(grad, 1 - o.beta1);
  second.mul_(o.beta2).addcmul_(grad, grad, 1 - o.beta2);
  double correction1 = 1 - std::pow(o.beta1, static_cast<double>(step));
  double correction2 = std::sqrt(1 - std::pow(o.beta2, static_cast<double>(step)));
  at::Tensor denominator;
  if (o.amsgrad) {
    auto& maximum = state(largest, parameter);
    at::maximum_out(maximum, maximum, second);
    denominator = maximum.sqrt().div_(correction2).add_(o.eps);
  } else {
    denominator = second.sqrt().div_(correction2).add_(o.eps);
  }
  parameter.addcdiv_(first, denominator, -(o.rate / correction1));
}

}  // namespace

SHIM_API int32_t shim_sgd(Handle* parameters, Handle* buffers, int32_t count, double rate, double momentum,
                          double dampening, double decay, int32_t nesterov, int32_t maximize) {
  return forEach(parameters, count, "SGD", [&](int32_t i, at::Tensor& parameter) {
    auto grad = gradientOf(parameter, maximize != 0);
    if (decay != 0) grad = grad.add(parameter, decay);
    if (momentum != 0) {
      if (!buffers[i])
        buffers[i] = new at::Tensor(grad.clone().detach());
      else
        buffers[i]->mul_(momentum).add_(grad, 1 - dampening);
      grad = nesterov ? grad.add(*buffers[i], momentum) : *buffers[i];
    }
    parameter.add_(grad, -rate);
  });
}

SHIM_API int32_t shim_adam(Handle* parameters, Handle* averages, Handle* squares, Handle* largest, int64_t* steps,
                           int32_t count, const AdamOptions* options) {
  return forEach(parameters, count, "Adam", [&](int32_t i, at::Tensor& parameter) {
    adamStep(parameter, *options, ++steps[i], averages[i], squares[i], largest[i]);
  });
}

SHIM_API int32_t shim_rmsprop(Handle* parameters, Handle* squares, Handle* averages, Handle* buffers, int64_t* steps,
                              int32_t count, double rate, double alpha, double eps, double decay, double momentum,
                              int32_t centered, int32_t maximize) {
  return forEach(parameters, count, "RMSprop", [&](int32_t i, at::Tensor& parameter) {
    auto grad = gradientOf(parameter, maximize != 0);
    steps[i]++;
    if (decay != 0) grad = grad.add(parameter, decay);
    auto& square = state(squares[i], parameter);
    square.mul_(alpha).addcmul_(grad, grad, 1 - alpha);
    at::Tensor average;
    if (centered) {
      auto& mean = state(averages[i], parameter);
      mean.mul_(alpha).add_(grad, 1 - alpha);
      average = square.addcmul(mean, mean, -1).sqrt_().add_(eps);
    } else {
      average = square.sqrt().add_(eps);
    }
    if (momentum > 0) {
      auto& buffer = state(buffers[i], parameter);
      buffer.mul_(momentum).addcdiv_(grad, average);
      parameter.add_(buffer, -rate);
    } else {
      parameter.addcdiv_(grad, average, -rate);
    }
  });
}

SHIM_API int32_t shim_clip_grad_norm(Handle* parameters, int32_t count, double maximum, double order, double* norm) {
  return shim::guard<int32_t>(-1, "clip_grad_norm_", {}, [&] {
    at::NoGradGuard untracked;
    std::vector<at::Tensor> norms;
    for (int32_t i = 0; i < count; i++)
      if (parameters[i]->grad().defined()) norms.push_back(at::norm(parameters[i]->grad(), order));
    *norm = 0;
    if (norms.empty()) return 0;
    auto total = order == std::numeric_limits<double>::infinity() ? at::stack(norms).max() : at::norm(at::stack(norms), order);
    auto factor = at::clamp(total.add(1e-6).reciprocal().mul(maximum), c10::nullopt, at::Scalar(1.0));
    for (int32_t i = 0; i < count; i++)
      if (parameters[i]->grad().defined()) parameters[i]->mutable_grad().mul_(factor);
    *norm = total.item<double>();
    return 0;
  });
}
