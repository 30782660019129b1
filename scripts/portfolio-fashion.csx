// A portfolio on Fashion-MNIST over the quickstart's cells: random search, evolution and TPE propose in turn, who improved the best lately more
// often, and all learn of all trials (P3BO, arXiv 2006.03227). Four minutes on two cores; seed 7 finds 0.9008 at 4.47 M
// multiply-adds.

var trials = Parameter("trials", 24, "architectures to try", min: 1);
var trialEpochs = Parameter("trialEpochs", 0.3, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 4.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"portfolio-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy(
        "portfolio",
        null,
        Part("random", new { Unique = true, Feasible = true }),
        Part("regularized-evolution", new { Population = 8, Sample = 4 }),
        Part("tpe"))
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)).Require("macs", atLeast: 0.9 * macs))
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
