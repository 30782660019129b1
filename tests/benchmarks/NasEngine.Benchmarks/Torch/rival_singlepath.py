"""The search of singlepath-fashion.csx as one writes it by hand in PyTorch: the same architectures in the same steps and slices on images of the
same data, paths one after another, their mean loss, SGD with one cycle of the learning rate. Reads the search as JSON; prints the
seconds it took."""
import gzip
import json
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
    optimizer = torch.optim.SGD(parameters, 0.3, momentum=0.9, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.3, len(search["steps"]), cycle_momentum=False)
    for step in search["steps"]:
        picked = train[torch.randint(len(train), (search["batch"],))]
        optimizer.zero_grad(set_to_none=True)
        losses = torch.stack([F.cross_entropy(supernet.run(paths[path], images[picked]), labels[picked]) for path in step])
        losses.mean().backward()
        torch.nn.utils.clip_grad_norm_([p for p in parameters if p.grad is not None], 5)
        optimizer.step()
        schedule.step()
    with torch.no_grad():
        for path in search["slices"]:
            for _ in range(search["calibration_batches"]):
                supernet.run(paths[path], images[train[torch.randint(len(train), (search["batch"],))]])
            right = 0
            for picked in validate[: search["validation_batches"] * search["validation_batch"]].split(search["validation_batch"]):
                right += int((supernet.run(paths[path], images[picked]).argmax(1) == labels[picked]).sum())
    print(time.perf_counter() - start, float(losses.mean()), right)


main()
