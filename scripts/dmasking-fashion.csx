// DMaskingNAS (FBNetV2, arXiv 2004.05565) on Fashion-MNIST under a limit on multiply-adds: widths as channel masks on one supernet,
// with the excess of the expected cost in the loss. Three minutes on one core; seed 7 finds 0.8888 at 1.58 M multiply-adds.

var steps = Parameter("steps", 400, "supernet steps", min: 1);
var cost = Parameter("cost", "excess", "how the expected cost comes into the loss", "excess", "sum", "power");
var costWeight = Parameter("costWeight", 2.0, "its weight, with excess and sum", min: 0);
var alphaRate = Parameter("alphaRate", 0.05, "step size of the architecture parameters; 0.01 over the 90 epochs of the paper", min: 1e-6);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var macs = Parameter("macs", 2e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"dmasking-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("dmasking", new
    {
        Cost = cost,
        CostWeight = cost == "power" ? (double?)null : costWeight,
        LearningRate = alphaRate,
        ArchitectureEvery = 2,
    })
    .Training(new { BatchSize = 64 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
