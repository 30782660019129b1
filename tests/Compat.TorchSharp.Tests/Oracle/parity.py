"""Runs the cases of a folder in PyTorch: cases.json and inputs.bin in, outputs.json and outputs.bin out."""
import json
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

TYPES = {"Float32": torch.float32, "Float64": torch.float64, "Int64": torch.int64, "Bool": torch.bool,
         "Byte": torch.uint8, "BFloat16": torch.bfloat16}
NAMES = {value: key for key, value in TYPES.items()}


def flat(value):
    return list(value) if isinstance(value, (tuple, list)) else [value]


def weigh(out):
    return torch.linspace(-1, 1, out.numel(), dtype=torch.float64).to(out.dtype).view(out.shape)


def backward(outs):
    outs = [o for o in outs if o.requires_grad]
    if outs:
        torch.autograd.backward(outs, [weigh(o) for o in outs])


def run(case, x):
    scope = {"torch": torch, "nn": nn, "F": F, "x": x}
    if case["kind"] == "script":
        exec(case["code"], scope)
        return {name: scope["result"][name] for name in sorted(scope["result"])}
    torch.manual_seed(7)
    module = eval(case["code"], scope) if case["kind"] == "module" else None
    outs = flat(module(*x) if module is not None else eval(case["code"], scope))
    if module is not None:
        outs = [o for part in outs for o in flat(part)]
    backward(outs)
    results = {f"out{i}": o for i, o in enumerate(outs)}
    results.update({f"grad{i}": t.grad for i, t in enumerate(x) if t.grad is not None})
    if module is not None:
        results.update({f"state.{k}": v for k, v in module.state_dict().items()})
        results.update({f"pgrad.{k}": p.grad for k, p in module.named_parameters() if p.grad is not None})
    return results


def main(folder):
    torch.set_num_threads(1)
    data = open(f"{folder}/inputs.bin", "rb").read()
    answers = []
    with open(f"{folder}/outputs.bin", "wb") as blob:
        for case in json.load(open(f"{folder}/cases.json")):
            x = []
            for spec in case["inputs"]:
                part = bytearray(data[spec["offset"]:spec["offset"] + spec["bytes"]])
                tensor = torch.frombuffer(part, dtype=TYPES[spec["type"]]).view(spec["shape"]).clone()
                x.append(tensor.requires_grad_() if spec["grad"] else tensor)
            answer = []
            try:
                results = run(case, x)
            except Exception as reason:  # told to the test of this case alone
                answers.append({"name": case["name"], "outputs": [], "error": repr(reason)})
                continue
            for name, value in results.items():
                value = value.detach().contiguous()
                raw = value.view(torch.uint8) if value.dim() and value.numel() else value.reshape(-1).view(torch.uint8)
                answer.append({"name": name, "type": NAMES[value.dtype], "shape": list(value.shape),
                               "offset": blob.tell(), "bytes": raw.numel()})
                blob.write(raw.numpy().tobytes())
            answers.append({"name": case["name"], "outputs": answer})
    json.dump(answers, open(f"{folder}/outputs.json", "w"))


main(sys.argv[1])
