// NASP on DARTS's cells (arXiv 1905.13577, section 4): as darts.csx, with the weights trained on one operation per edge and the architecture
// moved within [0, 1] from the gradient at that point. What a search takes, 'nas show' says; the paper has ten times less than second-order DARTS.

#load "parts/setting.csx"

var slopes = Parameter("slopes", "all", "what validation runs: all operations, as the authors, or the chosen ones alone", "all", "chosen");
var sizePenalty = Parameter("sizePenalty", 0.0, "weight of the size regulariser", min: 0);
var alphaRate = Parameter("alphaRate", mini ? 3e-3 : 3e-4, "step size of the architecture parameters", min: 1e-6);
var searchEpochs = Parameter("searchEpochs", mini ? 0.3 : 50.0, "passes of the supernet over its half of the pictures", min: 0.001);
var searchChannels = Parameter("searchChannels", mini ? 4 : 16, "channels of the supernet's first cells", min: 2);
var searchCells = Parameter("searchCells", mini ? 3 : 8, "cells of the supernet", min: 3);
var epochs = Parameter("epochs", mini ? 1.0 : 600.0, "epochs of the final training", min: 0.01);
var channels = Parameter("channels", mini ? 8 : 36, "channels of the final network", min: 2);
var cells = Parameter("cells", mini ? 3 : 20, "cells of the final network", min: 3);

var found = await Search($"paper-nasp-{slopes}-{seed}")
    .Data(Pictures())
    .Space(For("darts", new { Channels = searchChannels, Cells = searchCells }))
    .Strategy("nasp", new { Slopes = slopes, SizePenalty = sizePenalty, LearningRate = alphaRate })
    .Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04, HeldOut = 0.5 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: Steps(searchEpochs, 64, 0.5))
    .Final(0.01)
    .Seed(seed)
    .RunAsync();

await TrainLarger(found, $"paper-nasp-{slopes}-final-{seed}", For("darts", new { Channels = channels, Cells = cells }), new
{
    Epochs = epochs, BatchSize = 96, LearningRate = mini ? 0.1 : 0.025, WeightDecay = 3e-4, Schedule = "cosine", Augment = true, HeldOut = 0.05,
});
