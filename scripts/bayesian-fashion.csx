// Bayesian optimisation on Fashion-MNIST over the quickstart's cells: BANANAS (arXiv 1910.11858), a Gaussian process or TPE learn of what was
// trained and say which cell to train next. Four minutes on two cores; BANANAS with seed 7 finds 0.9015 at 4.47 M multiply-adds.

var strategy = Parameter("strategy", "bananas", "what learns", "bananas", "bayesian", "tpe");
var trials = Parameter("trials", 24, "architectures to try", min: 1);
var trialEpochs = Parameter("trialEpochs", 0.3, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 4.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"bayesian-fashion-{strategy}-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy(strategy)
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)).Require("macs", atLeast: 0.9 * macs))
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
