// DMaskingNAS (FBNetV2, arXiv 2004.05565, section 4): 90 epochs over widths, expansions, kernels, non-linearities, attention and, where it is
// given some, resolutions; the weights alone in the first ten, the temperature from 5 by 0.956 an epoch. The cost's form is FBNet's with 'power'.

#load "parts/setting.csx"

var cost = Parameter("cost", "excess", "how the expected cost comes into the loss", "excess", "sum", "power");
var costWeight = Parameter("costWeight", 2.0, "its weight, with excess and sum", min: 0);
var resolutions = Parameter("resolutions", "", "choices of the image's height and width, ascending and joined by commas; none leaves it");
var alphaRate = Parameter("alphaRate", mini ? 0.05 : 0.01, "step size of the architecture parameters", min: 1e-6);
var searchEpochs = Parameter("searchEpochs", mini ? 0.7 : 90.0, "passes of the supernet over its half of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 200.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 64 : 256, "pictures of a training batch", min: 2);
var macs = Parameter("macs", mini ? 2e6 : 6e6, "multiply-adds to stay under", min: 1);

var result = await Search($"paper-dmasking-{cost}-{seed}")
    .Data(Pictures())
    .Space(For("fbnetv2-f", new { Resolutions = resolutions.Length > 0 ? resolutions : null }))
    .Strategy("dmasking", new { Cost = cost, CostWeight = cost == "power" ? (double?)null : costWeight, LearningRate = alphaRate })
    .Training(new { BatchSize = batch })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: Steps(searchEpochs, batch, 0.5))
    .Final(epochs)
    .Seed(seed)
    .RunAsync();

result.Print();
