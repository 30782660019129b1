"""A supernet's step as PyTorch is used by default: one module of shared parameters, its paths run one after another,
gradients added up by backward. Reads networks in the project's JSON form; runs steps as lines on standard input ask."""
import json
import sys
import time

import torch
import torch.nn.functional as F

ACTIVATIONS = {
    "relu": F.relu, "relu6": F.relu6, "hswish": F.hardswish, "hsigmoid": F.hardsigmoid,
    "swish": F.silu, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
}


def shapes(node):
    """Shapes of a node's parameters by name."""
    if node["op"] == "conv":
        square = [node["kernel"], node["kernel"]]
        yield f"{node['key']}.{node['kernel']}.weight", [node["out"], node["in"] // node["groups"], *square]
    elif node["op"] == "linear":
        yield f"{node['key']}.weight", [node["out"], node["in"]]
    elif node["op"] == "bn":
        yield f"{node['key']}.weight", [node["channels"]]
    else:
        return
    if node["op"] == "bn" or node["bias"]:
        yield f"{node['key']}.bias", [node.get("out", node.get("channels"))]


class Supernet:
    def __init__(self, paths):
        largest = {}
        for name, shape in (pair for path in paths for node in path for pair in shapes(node)):
            largest[name] = [max(a, b) for a, b in zip(largest.get(name, shape), shape)]
        self.parameters = {name: (torch.randn(shape) * 0.1).requires_grad_() for name, shape in largest.items()}

    def part(self, name, shape):
        whole = self.parameters[name]
        return whole if list(whole.shape) == shape else whole[tuple(slice(0, size) for size in shape)]

    def run(self, path, images):
        values = []
        for node in path:
            inputs = [values[i] for i in node["inputs"]]
            parts = [self.part(*pair) for pair in shapes(node)]
            values.append(self.apply(node, inputs, parts, images))
        return values[-1]

    def apply(self, node, inputs, parts, images):
        op = node["op"]
        if op == "input":
            return images
        if op == "conv":
            bias = parts[1] if node["bias"] else None
            return F.conv2d(inputs[0], parts[0], bias, node["stride"], node["padding"], node["dilation"], node["groups"])
        if op == "bn":
            return F.batch_norm(inputs[0], None, None, parts[0], parts[1], True)
        if op == "linear":
            return F.linear(inputs[0].flatten(1), parts[0], parts[1])
        if op == "gap":
            return F.adaptive_avg_pool2d(inputs[0], 1)
        if op == "add":
            return inputs[0] + inputs[1]
        if op == "scale":
            return inputs[0] * inputs[1]
        return ACTIVATIONS[op](inputs[0])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        paths = [network["nodes"] for network in json.load(file)]
    batch = int(sys.argv[2])
    torch.manual_seed(7)
    supernet = Supernet(paths)
    optimizer = torch.optim.SGD(supernet.parameters.values(), 0.01, momentum=0.9, weight_decay=1e-4)
    images = torch.randn(batch, 1, 28, 28)
    labels = torch.randint(0, 10, (batch,))
    for line in sys.stdin:
        verb, word = line.split()
        if verb == "format":
            last = torch.channels_last if word == "channels_last" else torch.contiguous_format
            images = images.contiguous(memory_format=last)
            print("done", flush=True)
            continue
        start = time.perf_counter()
        for _ in range(int(word)):
            optimizer.zero_grad(set_to_none=True)
            for path in paths:
                (F.cross_entropy(supernet.run(path, images), labels) / len(paths)).backward()
            optimizer.step()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
