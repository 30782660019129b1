// Regularized evolution (AmoebaNet, arXiv 1802.01548) on Fashion-MNIST under a limit on multiply-adds, over the quickstart's cells: the best of
// four that compete is mutated, the oldest of eight dies; each cell trains for a third of an epoch. Four minutes on two
// cores; seed 7 finds 0.9010 at 2.21 M multiply-adds.

var trials = Parameter("trials", 24, "architectures to try", min: 1);
var population = Parameter("population", 8, "architectures that live at once", min: 2);
var sample = Parameter("sample", 4, "architectures that compete to be the parent", min: 1);
var trialEpochs = Parameter("trialEpochs", 0.3, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 4.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"evolution-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy("regularized-evolution", new { Population = population, Sample = sample })
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
