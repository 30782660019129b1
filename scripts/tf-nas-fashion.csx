// TF-NAS (arXiv 2008.05314) on Fashion-MNIST at a target of multiply-adds: bi-sampled operations, depths by sink-connecting, widths
// scaled so that the network comes to the target. Four minutes on one core; seed 7 finds 0.8958 at 3.00 M
// multiply-adds.

var steps = Parameter("steps", 400, "supernet steps", min: 1);
var biSampling = Parameter("biSampling", true, "a second path of other operations in every step of the weights");
var elastic = Parameter("elastic", true, "widths scaled to the target");
var alphaRate = Parameter("alphaRate", 0.02, "step size of the architecture parameters; 0.01 over the 90 epochs of the paper", min: 1e-6);
var epochs = Parameter("epochs", 2.0, "epochs of the final training", min: 0);
var macs = Parameter("macs", 3e6, "multiply-adds to come to", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"tf-nas-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("tf-nas", new { Scale = "mini" })
    .Strategy("tf-nas", new { BiSampling = biSampling, ElasticityScaling = elastic, LearningRate = alphaRate })
    .Training(new { BatchSize = 64 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps)
    .Final(epochs: epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
