"""The quickstart's search as one writes it by hand in PyTorch: the same architectures in the same steps on the same images,
paths one after another, weights by softmax(-loss), SGD with a cosine. Reads the steps as JSON; prints the seconds it took."""
import gzip
import json
import math
import sys
import time

import torch
import torch.nn.functional as F

from rival_supernet import Supernet


def read(folder, name):
    with gzip.open(f"{folder}/{name}.gz") as file:
        content = bytearray(file.read())
    return torch.frombuffer(content, dtype=torch.uint8)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        search = json.load(file)
    start = time.perf_counter()
    torch.manual_seed(7)
    paths = [network["nodes"] for network in search["networks"]]
    images = read(search["data"], "train-images-idx3-ubyte")[16:].view(-1, 1, 28, 28).float()
    labels = read(search["data"], "train-labels-idx1-ubyte")[8:].long()
    images = (images - images.mean()) / images.std()
    train, validate = torch.randperm(len(labels)).chunk(2)
    supernet = Supernet(paths)
    parameters = list(supernet.parameters.values())
    optimizer = torch.optim.SGD(parameters, 0.1, momentum=0.9, weight_decay=1e-4)
    steps = search["steps"]
    batch = search["batch"]
    for number, step in enumerate(steps):
        for group in optimizer.param_groups:
            group["lr"] = 0.05 * (1 + math.cos(math.pi * number / len(steps)))
        picked = train[torch.randint(len(train), (batch,))]
        optimizer.zero_grad(set_to_none=True)
        losses = torch.stack([F.cross_entropy(supernet.run(paths[path], images[picked]), labels[picked]) for path in step["train"]])
        (torch.softmax(-losses.detach(), 0) * losses).sum().backward()
        torch.nn.utils.clip_grad_norm_([p for p in parameters if p.grad is not None], 5)
        optimizer.step()
        with torch.no_grad():
            picked = validate[torch.randint(len(validate), (batch,))]
            for path in step["validate"]:
                F.cross_entropy(supernet.run(paths[path], images[picked]), labels[picked]).item()
    print(time.perf_counter() - start, float(losses.mean()))


main()
