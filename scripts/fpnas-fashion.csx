// FP-NAS (arXiv 2011.10949) on Fashion-MNIST under a limit on multiply-adds: ten minutes on one core.
// Seed 7 finds 0.8740 at 1.53 M multiply-adds after two epochs; docs/worth.md compares it with random search at equal compute.

var steps = Parameter("steps", 600, "supernet steps", min: 1);
var lambda = Parameter("lambda", 0.25, "samples per nat of entropy", min: 0);
var switchAt = Parameter("switchAt", 0.05, "share of the steps before each layer's variables are modelled together", min: 0, max: 1);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var macs = Parameter("macs", 3e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"fpnas-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("fp-nas", new { Lambda = lambda, SwitchToJointAt = switchAt })
    .Training(new { BatchSize = 128 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs, count: 3, options: new { Augment = true })
    .Seed(seed)
    .RunAsync();

result.Print();
