// PARSEC (arXiv 1902.05116) on Fashion-MNIST: as fpnas-fashion, with a fixed number of samples in every step.
// Sixteen minutes on one core; seed 7 finds 0.8700 at 2.08 M multiply-adds after two epochs.

var steps = Parameter("steps", 600, "supernet steps", min: 1);
var samples = Parameter("samples", 8, "architectures sampled in each step", min: 2);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var macs = Parameter("macs", 3e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"parsec-fashion-{samples}-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("parsec", new { Samples = samples })
    .Training(new { BatchSize = 128 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs, count: 3, options: new { Augment = true })
    .Seed(seed)
    .RunAsync();

result.Print();
