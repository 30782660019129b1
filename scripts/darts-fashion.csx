// DARTS (arXiv 1806.09055) on Fashion-MNIST over the cells of NAS-Bench-201: all operations at once, weighed and learned by
// gradient descent; two minutes on two cores; seed 7 finds 0.9091 at 5.53 M multiply-adds.

var order = Parameter("order", "first", "how far the gradient looks", "first", "second");
var steps = Parameter("steps", 600, "supernet steps", min: 1);
var channels = Parameter("channels", 8, "channels of the first cells", min: 1);
var cells = Parameter("cells", 1, "cells of each of the three stages", min: 1);
var alphaRate = Parameter("alphaRate", 3e-3, "step size of the architecture parameters; 3e-4 over the 50 epochs of the paper", min: 1e-6);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"darts-fashion-{order}-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = channels, Cells = cells })
    .Strategy("darts", new { Order = order, LearningRate = alphaRate })
    .Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
