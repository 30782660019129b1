// The cell of an LSTM as one node of the autograd graph. libtorch makes it of a dozen small operators, each with a node
// of its own, whose book-keeping takes longer than their arithmetic. The kernels and their order are libtorch's, so
// that values and gradients agree to the last bit.
#include "shim.h"
#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/sigmoid_backward.h>
#include <ATen/ops/tanh_backward.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

namespace {

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

enum Input { kInput, kHidden, kCell, kInputWeight, kHiddenWeight, kInputBias, kHiddenBias, kInputs };
enum Gate { kIn, kForget, kNew, kOut, kGates };

struct Step {
  Tensor hidden, cell;
  std::vector<Tensor> gates;
  Tensor squashed;  // tanh of the new cell state
};

c10::optional<Tensor> orNone(const Tensor& bias) { return bias.defined() ? c10::optional<Tensor>(bias) : c10::nullopt; }

Step run(const variable_list& in) {
  Step step;
  step.gates = at::linear(in[kHidden], in[kHiddenWeight], orNone(in[kHiddenBias]))
                   .add_(at::linear(in[kInput], in[kInputWeight], orNone(in[kInputBias])))
                   .unsafe_chunk(kGates, 1);
  step.gates[kIn].sigmoid_();
  step.gates[kForget].sigmoid_();
  step.gates[kNew].tanh_();
  step.gates[kOut].sigmoid_();
  step.cell = (step.gates[kForget] * in[kCell]).add_(step.gates[kIn] * step.gates[kNew]);
  step.squashed = step.cell.tanh();
  step.hidden = step.gates[kOut] * step.squashed;
  return step;
}

// Gradients that can be differentiated again: those of the small operators, on aliases so that one input's gradient
// does not hold what comes through another.
variable_list differentiable(const variable_list& in, const variable_list& grads) {
  variable_list aliases(kInputs), wanted, outputs, given;
  for (int i = 0; i < kInputs; i++) {
    if (!in[i].defined()) continue;
    aliases[i] = in[i].alias();
    if (in[i].requires_grad()) wanted.push_back(aliases[i]);
  }
  auto step = run(aliases);
  for (auto& [output, grad] : {std::pair(step.hidden, grads[0]), std::pair(step.cell, grads[1])}) {
    if (!grad.defined()) continue;
    outputs.push_back(output);
    given.push_back(grad);
  }
  auto found = torch::autograd::grad(outputs, wanted, given, true, true, true);
  variable_list result(kInputs);
  for (int i = 0, next = 0; i < kInputs; i++)
    if (in[i].defined() && in[i].requires_grad()) result[i] = found[next++];
  return result;
}

struct LstmCell : torch::autograd::Function<LstmCell> {
  static variable_list forward(AutogradContext* context, const Tensor& input, const Tensor& hidden, const Tensor& cell,
                               const Tensor& inputWeight, const Tensor& hiddenWeight,
                               const c10::optional<Tensor>& inputBias, const c10::optional<Tensor>& hiddenBias) {
    at::AutoDispatchBelowADInplaceOrView untracked;
    variable_list in{input, hidden, cell, inputWeight, hiddenWeight, inputBias.value_or(Tensor()), hiddenBias.value_or(Tensor())};
    auto step = run(in);
    in.insert(in.end(), step.gates.begin(), step.gates.end());
    in.push_back(step.squashed);
    context->save_for_backward(std::move(in));
    context->set_materialize_grads(false);
    return {step.hidden, step.cell};
  }

  static variable_list backward(AutogradContext* context, const variable_list& grads) {
    auto saved = context->get_saved_variables();
    if (at::GradMode::is_enabled()) return differentiable(saved, grads);
    at::AutoDispatchBelowADInplaceOrView untracked;
    const auto* gates = &saved[kInputs];
    const auto& squashed = saved[kInputs + kGates];
    Tensor cell = grads[1];
    Tensor out;
    if (grads[0].defined()) {
      out = at::sigmoid_backward(grads[0] * squashed, gates[kOut]);
      auto through = at::tanh_backward(grads[0] * gates[kOut], squashed);
      cell = cell.defined() ? cell + through : through;
    } else {
      out = at::zeros_like(cell);
    }
    Tensor parts[] = {at::sigmoid_backward(cell * gates[kNew], gates[kIn]),
                      at::sigmoid_backward(cell * saved[kCell], gates[kForget]),
                      at::tanh_backward(cell * gates[kIn], gates[kNew]), out};
    auto all = at::cat(parts, 1);
    auto needs = [&](int i) { return saved[i].defined() && saved[i].requires_grad(); };
    variable_list result(kInputs);
    if (needs(kInput)) result[kInput] = all.mm(saved[kInputWeight]);
    if (needs(kHidden)) result[kHidden] = all.mm(saved[kHiddenWeight]);
    if (needs(kCell)) result[kCell] = cell * gates[kForget];
    if (needs(kInputWeight)) result[kInputWeight] = all.t().mm(saved[kInput]);
    if (needs(kHiddenWeight)) result[kHiddenWeight] = all.t().mm(saved[kHidden]);
    if (needs(kInputBias) || needs(kHiddenBias)) result[kInputBias] = result[kHiddenBias] = all.sum(0);
    return result;
  }
};

std::tuple<Tensor, Tensor> lstmCell(const Tensor& input, at::TensorList state, const Tensor& inputWeight,
                                    const Tensor& hiddenWeight, const c10::optional<Tensor>& inputBias,
                                    const c10::optional<Tensor>& hiddenBias) {
  TORCH_CHECK(state.size() == 2, "lstm_cell expects two hidden states");
  auto result = LstmCell::apply(input, state[0], state[1], inputWeight, hiddenWeight, inputBias, hiddenBias);
  return {result[0], result[1]};
}

}  // namespace

TORCH_LIBRARY_IMPL(aten, AutogradCPU, library) { library.impl("lstm_cell", TORCH_FN(lstmCell)); }
