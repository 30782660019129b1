// PNAS (arXiv 1712.00559) on Fashion-MNIST over its own cells: cells of one block are all trained, then of the cells that are a block larger those
// that an ensemble of surrogates expects most of, up to three blocks. Four minutes on two cores; seed 7 finds 0.8677 at 4.68 M
// multiply-adds.

var trials = Parameter("trials", 40, "cells to train", min: 1);
var beam = Parameter("beam", 8, "cells that are trained on each level after the first, and expanded", min: 1);
var surrogate = Parameter("surrogate", "mlp", "what predicts scores", "mlp", "lstm");
var trialEpochs = Parameter("trialEpochs", 0.1, "epochs of each trial", min: 0.001);
var epochs = Parameter("epochs", 1.0, "epochs of the final training", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"pnas-fashion-{surrogate}-{seed}")
    .Data(Data.FashionMnist())
    .Space("pnas", new { Scale = "mini", Cells = 3 })
    .Strategy("pnas", new { Beam = beam, Surrogate = surrogate })
    .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy())
    .Budget(trials: trials)
    .Window(2)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
