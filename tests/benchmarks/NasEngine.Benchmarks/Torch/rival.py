"""PyTorch's side of the benchmark: makes workloads by name and runs steps of them as lines on standard input ask."""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class SqueezeExcite(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.reduce = nn.Conv2d(channels, max(channels // 4, 4), 1)
        self.expand = nn.Conv2d(max(channels // 4, 4), channels, 1)

    def forward(self, x):
        scale = F.adaptive_avg_pool2d(x, 1)
        return x * F.hardsigmoid(self.expand(F.relu(self.reduce(scale))))


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion, kernel, act, attention):
        super().__init__()
        hidden = inputs * expansion
        layers = []
        if expansion != 1:
            layers += [nn.Conv2d(inputs, hidden, 1, bias=False), nn.BatchNorm2d(hidden), act()]
        layers += [nn.Conv2d(hidden, hidden, kernel, stride, kernel // 2, groups=hidden, bias=False), nn.BatchNorm2d(hidden), act()]
        if attention:
            layers.append(SqueezeExcite(hidden))
        layers += [nn.Conv2d(hidden, outputs, 1, bias=False), nn.BatchNorm2d(outputs)]
        self.body = nn.Sequential(*layers)
        self.skip = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.body(x) if self.skip else self.body(x)


class Controller(nn.Module):
    def __init__(self, decisions, choices, size):
        super().__init__()
        self.decisions, self.size = decisions, size
        self.embedding = nn.Embedding(choices + 1, size)
        self.cell = nn.LSTMCell(size, size)
        self.head = nn.Linear(size, choices)

    def forward(self, start):
        h = torch.zeros(1, self.size)
        c = torch.zeros(1, self.size)
        choice, total = start, None
        for _ in range(self.decisions):
            h, c = self.cell(self.embedding(choice), (h, c))
            logs = F.log_softmax(self.head(h), 1)
            choice = logs.detach().exp().multinomial(1).squeeze(1)
            picked = logs.gather(1, choice.unsqueeze(1))
            total = picked if total is None else total + picked
        return total


def mobile(stem, blocks, last, act, kernel, attention):
    layers = [nn.Conv2d(1, stem, 3, 1, 1, bias=False), nn.BatchNorm2d(stem), act()]
    inputs = stem
    for expansion, outputs, count, stride in blocks:
        for i in range(count):
            layers.append(InvertedResidual(inputs, outputs, stride if i == 0 else 1, expansion, kernel, act, attention))
            inputs = outputs
    layers += [nn.Conv2d(inputs, last, 1, bias=False), nn.BatchNorm2d(last), act(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(last, 10)]
    return nn.Sequential(*layers)


MOBILENET_V2 = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
PATH = [(1, 8, 1, 1), (3, 12, 2, 2), (3, 16, 2, 2), (3, 24, 2, 1)]
MAKERS = {
    "mlp": lambda: nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10)),
    "small cnn": lambda: nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1568, 10)),
    "mobilenet v2": lambda: mobile(32, MOBILENET_V2, 1280, nn.ReLU6, 3, False),
    "single path": lambda: mobile(8, PATH, 64, nn.Hardswish, 3, True),
    "controller": lambda: Controller(20, 6, 64),
}
BATCH = {"mlp": 128, "small cnn": 64, "mobilenet v2": 16, "single path": 16}


class Workload:
    def __init__(self, name, channels_last):
        torch.manual_seed(7)
        self.model = MAKERS[name]()
        self.images = name != "controller"
        if self.images:
            self.x = torch.randn(BATCH[name], 1, 28, 28)
            self.y = torch.randint(0, 10, (BATCH[name],))
            matrices = [p for p in self.model.parameters() if p.dim() > 1]
            vectors = [p for p in self.model.parameters() if p.dim() <= 1]
            groups = [{"params": matrices, "weight_decay": 1e-4}, {"params": vectors}]
            self.optimizer = torch.optim.SGD(groups, 0.01, momentum=0.9)
            if channels_last:
                self.model = self.model.to(memory_format=torch.channels_last)
                self.x = self.x.contiguous(memory_format=torch.channels_last)
        else:
            self.x = torch.tensor([6])
            self.optimizer = torch.optim.Adam(self.model.parameters(), 0.0035)

    def step(self):
        self.optimizer.zero_grad(set_to_none=True)
        out = self.model(self.x)
        loss = F.cross_entropy(out, self.y) if self.images else out.sum() * -0.1
        loss.backward()
        self.optimizer.step()
        return loss


def main():
    torch.set_num_threads(int(sys.argv[1]))
    workload = None
    for line in sys.stdin:
        verb, *words = line.rstrip("\n").split("\t")
        if verb == "make":
            workload = Workload(words[0], words[1] == "channels_last")
            print("made", flush=True)
        elif verb == "run":
            start = time.perf_counter()
            losses = [workload.step().item() for _ in range(int(words[0]))]
            print(time.perf_counter() - start, *losses, sep="\t", flush=True)


main()
