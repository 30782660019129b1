// Finds a small network for Fashion-MNIST under a limit on multiply-adds, in less than five minutes on two cores of an AMD EPYC: Bayesian
// optimisation of cells of NAS-Bench-201 that use nine tenths of the limit or more, by their loss after a quarter of an epoch. The best six
// are trained for longer, and the best of these wins.

var trials = Parameter("trials", 28, "architectures to try", min: 1);
var trialEpochs = Parameter("trialEpochs", 0.25, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 4.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search("quickstart")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy("bayesian", new { Initial = 6 })
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Minimize.Loss().Under(Macs(macs)).Require("macs", atLeast: 0.9 * macs))
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 6)
    .Seed(seed)
    .RunAsync();

result.Print();
