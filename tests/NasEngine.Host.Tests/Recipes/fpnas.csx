// FP-NAS as in scripts/fpnas-fashion.csx, on few and small batches, for tests of the program.

var steps = Parameter("steps", 4, "supernet steps", min: 1);
var epochs = Parameter("epochs", 0.05, "epochs of the final training", min: 0);
var macs = Parameter("macs", 3e6, "multiply-adds to stay under", min: 1);

var result = await Search("fpnas")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("fp-nas", new { Lambda = 0.05, MinSamples = 2 })
    .Training(new { BatchSize = 16 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(7)
    .RunAsync();

result.Print();
