// Compound scaling (EfficientNet, arXiv 1905.11946) on Fashion-MNIST: which depth, width and resolution are worth twice the cost of a
// small base network, and then all three to the powers of φ. Three minutes on two cores; seed 7 finds 0.8752 at
// 0.91 M multiply-adds.

var trialEpochs = Parameter("trialEpochs", 0.5, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var phis = Parameter("phis", "2", "exponents to scale by, joined by /");
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"compound-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("efficientnet", new { Scale = "mini" })
    .Strategy("compound-scaling", new { Tolerance = 0.13, Phis = phis })
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy())
    .Budget(trials: 12)
    .Window(2)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
