// FP-NAS finds a small network for Fashion-MNIST under a limit on multiply-adds, in a few minutes on two cores.

var steps = Parameter("steps", 300, "supernet steps", min: 1);
var epochs = Parameter("epochs", 3.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 1.2e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search("quickstart")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("fp-nas", new { Lambda = 0.25, SwitchToJointAt = 0.4 })
    .Training(new { BatchSize = 96 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs, count: 2)
    .Seed(seed)
    .RunAsync();

result.Print();
