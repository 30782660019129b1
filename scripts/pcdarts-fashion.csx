// PC-DARTS (arXiv 1907.05737) on Fashion-MNIST over the cells of NAS-Bench-201: DARTS on a quarter of the channels, the edges of nodes
// weighed besides, after epochs of weights alone. Three minutes on two cores; seed 7 finds 0.9037 at 5.68 M multiply-adds.

var steps = Parameter("steps", 600, "supernet steps", min: 1);
var channels = Parameter("channels", 8, "channels of the first cells, a multiple of partial", min: 1);
var partial = Parameter("partial", 4, "of how many parts of the channels one goes through the operations", min: 2);
var cells = Parameter("cells", 1, "cells of each of the three stages", min: 1);
var alphaRate = Parameter("alphaRate", 6e-3, "step size of the architecture parameters; 6e-4 over the 50 epochs of the paper", min: 1e-6);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"pcdarts-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = channels, Cells = cells, Partial = partial })
    .Strategy("pc-darts", new { LearningRate = alphaRate })
    .Training(new { BatchSize = 64, LearningRate = 0.1, WeightDecay = 3e-4, ScheduleEnd = 0.01 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
