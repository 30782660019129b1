// MnasNet (arXiv 1807.11626) on Fashion-MNIST: a controller trained by PPO draws networks from the factorised hierarchical space and learns from
// accuracy · (multiply-adds / target)^w, each network trained for a fifth of an epoch. Four minutes on two cores; seed 7 finds
// 0.8847 at 0.58 M multiply-adds.

var trials = Parameter("trials", 40, "architectures to try", min: 1);
var macs = Parameter("macs", 1.0e6, "multiply-adds to aim at", min: 1);
var power = Parameter("power", -0.07, "w: what a network pays for each e-fold of multiply-adds");
var trialEpochs = Parameter("trialEpochs", 0.2, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"mnasnet-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("mnasnet", new { Scale = "mini" })
    .Strategy("ppo", new { Units = 35, Batch = 10, LearningRate = 0.001 })
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Times(Macs(macs).Power(power)))
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
