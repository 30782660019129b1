// Transfer of search experience on Fashion-MNIST over the quickstart's cells: a first evolution trains many cells for a twentieth of an epoch; a second
// one, whose cells train six times as long, begins with what the first has learned. Four minutes on two cores; seed 7 finds 0.8982 at 4.32 M
// multiply-adds.

var before = Parameter("before", 40, "cells of the first search", min: 1);
var trials = Parameter("trials", 16, "cells of the second search", min: 1);
var shortEpochs = Parameter("shortEpochs", 0.05, "epochs of each cell of the first search", min: 0.001);
var trialEpochs = Parameter("trialEpochs", 0.3, "epochs of each cell of the second search", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 4.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

RecipeSearch Cells(string name, double epochs) => Search(name)
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Training(new { Epochs = epochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)).Require("macs", atLeast: 0.9 * macs))
    .Window(2)
    .Seed(seed);

var population = new { Population = 8, Sample = 4 };

await Cells($"transfer-fashion-first-{seed}", shortEpochs)
    .Strategy("regularized-evolution", population)
    .Budget(trials: before)
    .RunAsync();

var result = await Cells($"transfer-fashion-{seed}", trialEpochs)
    .Strategy("warm-start", new { From = $"transfer-fashion-first-{seed}", With = "trials" }, Part("regularized-evolution", population))
    .Budget(trials: trials)
    .Final(epochs: epochs, count: 2)
    .RunAsync();

result.Print();
