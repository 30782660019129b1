// A convolutional neural fabric (arXiv 1606.02492) on Fashion-MNIST: all paths through a trellis of layers and scales are one network, which
// is trained once and is the result. Some minutes on two cores; seed 7 comes to 0.8977 at
// 4.58 M multiply-adds.

var layers = Parameter("layers", 4, "layers of the trellis", min: 1);
var scales = Parameter("scales", 4, "scales, each half the size of the one before", min: 1);
var channels = Parameter("channels", 8, "channels of every node", min: 1);
var epochs = Parameter("epochs", 3.0, "epochs of the training", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"fabric-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("whole-fabric", new { Scale = "mini", Layers = layers, Scales = scales, Channels = channels })
    .Strategy("train-once")
    .Training(new { Epochs = epochs, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy())
    .Budget(trials: 1)
    .Final(inherit: true)
    .Seed(seed)
    .RunAsync();

result.Print();
