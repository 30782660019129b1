// DrNAS (arXiv 2006.10355) on Fashion-MNIST over the cells of NAS-Bench-201: all operations at once, at weights drawn from Dirichlet
// distributions that are learned through the draw, after a warm-up of weights alone (docs/oneshot.md). Two minutes on one core; seed 7
// finds 0.9013 at 5.53 M multiply-adds.

var steps = Parameter("steps", 400, "supernet steps", min: 1);
var warmup = Parameter("warmup", steps / 2, "steps at the start that train the weights alone; none in the paper", min: 0);
var channels = Parameter("channels", 8, "channels of the first cells", min: 1);
var cells = Parameter("cells", 1, "cells of each of the three stages", min: 1);
var alphaRate = Parameter("alphaRate", 0.01, "step size of the architecture parameters; 3e-4 over the 100 epochs of the paper", min: 1e-6);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"drnas-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = channels, Cells = cells })
    .Strategy("drnas", new { LearningRate = alphaRate, WarmupSteps = warmup })
    .Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
