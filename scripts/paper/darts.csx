// DARTS on its cells (arXiv 1806.09055, section 3.1 and appendix A): 50 epochs of 8 cells of 16 channels in batches of 64, the weights by SGD from
// 0.025 to 0.001, half of the pictures for the architecture; then the cells are trained for 600 epochs as a network of 20 with 36 channels. What
// the authors' final training has besides, drop-path and an auxiliary tower, is left out.

#load "parts/setting.csx"

var order = Parameter("order", mini ? "first" : "second", "how far the gradient of the architecture looks", "first", "second");
var alphaRate = Parameter("alphaRate", mini ? 3e-3 : 3e-4, "step size of the architecture parameters", min: 1e-6);
var searchEpochs = Parameter("searchEpochs", mini ? 0.3 : 50.0, "passes of the supernet over its half of the pictures", min: 0.001);
var searchChannels = Parameter("searchChannels", mini ? 4 : 16, "channels of the supernet's first cells", min: 2);
var searchCells = Parameter("searchCells", mini ? 3 : 8, "cells of the supernet", min: 3);
var epochs = Parameter("epochs", mini ? 1.0 : 600.0, "epochs of the final training", min: 0.01);
var channels = Parameter("channels", mini ? 8 : 36, "channels of the final network", min: 2);
var cells = Parameter("cells", mini ? 3 : 20, "cells of the final network", min: 3);

var found = await Search($"paper-darts-{order}-{seed}")
    .Data(Pictures())
    .Space(For("darts", new { Channels = searchChannels, Cells = searchCells }))
    .Strategy("darts", new { Order = order, LearningRate = alphaRate })
    .Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04, HeldOut = 0.5 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: Steps(searchEpochs, 64, 0.5))
    .Final(0.01)
    .Seed(seed)
    .RunAsync();

await TrainLarger(found, $"paper-darts-{order}-final-{seed}", For("darts", new { Channels = channels, Cells = cells }), new
{
    Epochs = epochs, BatchSize = 96, LearningRate = mini ? 0.1 : 0.025, WeightDecay = 3e-4, Schedule = "cosine", Augment = true, HeldOut = 0.05,
});
