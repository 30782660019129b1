// ENAS on its micro space (arXiv 1802.03268, section 3.2 and the authors' program): rounds of an epoch of the shared weights in batches of 160 and of
// 30 steps of the controller over 8 cells of 20 channels, 150 of them; the best of ten cells that it draws is trained for 630 epochs as a
// network of 17 with 36 channels. The authors' auxiliary head, drop-path and restarts of the learning rate are left out.

#load "parts/setting.csx"

var rounds = Parameter("rounds", mini ? 5 : 150, "rounds of weights and controller", min: 1);
var searchEpochs = Parameter("searchEpochs", mini ? 0.1 : 1.0, "passes over the pictures in a round", min: 0.001);
var controllerSteps = Parameter("controllerSteps", mini ? 10 : 30, "steps of the controller in a round", min: 1);
var controllerRate = Parameter("controllerRate", mini ? 0.02 : 0.0035, "step size of the controller", min: 1e-6);
var searchChannels = Parameter("searchChannels", mini ? 8 : 20, "channels of the supernet's first cells", min: 2);
var searchCells = Parameter("searchCells", mini ? 3 : 8, "cells of the supernet", min: 3);
var epochs = Parameter("epochs", mini ? 1.0 : 630.0, "epochs of the final training", min: 0.01);
var channels = Parameter("channels", mini ? 8 : 36, "channels of the final network", min: 2);
var cells = Parameter("cells", mini ? 3 : 17, "cells of the final network", min: 3);

var weightSteps = Steps(searchEpochs, 160, 0.9);
var found = await Search($"paper-enas-{seed}")
    .Data(Pictures())
    .Space(For("enas", new { Channels = searchChannels, Cells = searchCells }))
    .Strategy("enas", new { WeightSteps = weightSteps, ControllerSteps = controllerSteps, LearningRate = controllerRate })
    .Training(new { BatchSize = 160, LearningRate = mini ? 0.1 : 0.05, ScheduleEnd = 0.01, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: (rounds * (weightSteps + controllerSteps)) + 1)
    .Final(0.01)
    .Seed(seed)
    .RunAsync();

await TrainLarger(found, $"paper-enas-final-{seed}", For("enas", new { Channels = channels, Cells = cells }), new
{
    Epochs = epochs, BatchSize = 144, LearningRate = mini ? 0.1 : 0.05, WeightDecay = 2e-4, Schedule = "cosine", Augment = true, HeldOut = 0.05,
});
