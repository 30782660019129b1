// Random search on Fashion-MNIST: every candidate is trained from scratch for a short while, the best ones for longer.
// Six minutes on two cores; seed 7 finds 0.9071 at 1.63 M multiply-adds.

var trials = Parameter("trials", 20, "architectures to try", min: 1);
var trialEpochs = Parameter("trialEpochs", 1.0, "epochs of each trial", min: 0);
var epochs = Parameter("epochs", 3.0, "epochs of the final training", min: 0);
var macs = Parameter("macs", 3e6, "multiply-adds to stay under", min: 1);
var workers = Parameter("workers", 1, "candidates in flight; workers, as far as there are cores", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"random-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("random")
    .Training(new { Epochs = trialEpochs })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(trials: trials)
    .Window(workers)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
