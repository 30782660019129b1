// Single-path one-shot (arXiv 1904.00420, section 4): 120 epochs of uniform paths in batches of 1,024 at 0.5 with a decay of 4e-5, then an evolution
// of 20 generations of 50 slices under a limit, and the best trained from scratch for 240 epochs. The paper's blocks are those of
// ShuffleNetV2; here they are MobileNetV2's, and the learning rate falls by a cosine where the paper's falls evenly.

#load "parts/setting.csx"

var space = Parameter("space", "mobilenet-v2", "the space", "mobilenet-v2", "fbnetv2-f", "tf-nas");
var searchEpochs = Parameter("searchEpochs", mini ? 2.0 : 120.0, "passes of the supernet over its part of the pictures", min: 0.001);
var slices = Parameter("slices", mini ? 60 : 1000, "slices that are measured", min: 2);
var population = Parameter("population", mini ? 20 : 50, "slices of a generation", min: 2);
var parents = Parameter("parents", mini ? 6 : 10, "of how many best the next generation is made", min: 2);
var epochs = Parameter("epochs", mini ? 2.0 : 240.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 96 : 1024, "pictures of a training batch", min: 2);
var rate = Parameter("rate", mini ? 0.3 : 0.5, "highest learning rate of the shared weights", min: 1e-9);
var macs = Parameter("macs", mini ? 1.2e6 : 6e6, "multiply-adds to stay under", min: 1);

var result = await Search($"paper-single-path-{seed}")
    .Data(Pictures())
    .Space(For(space))
    .Strategy("single-path", new { Population = population, Parents = parents, ValidationBatches = mini ? 25 : 0 })
    .Training(new { BatchSize = batch, ValidationBatchSize = 200, LearningRate = rate, WeightDecay = 4e-5, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: Steps(searchEpochs, batch, 0.9), trials: slices)
    .Final(epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
