// FP-NAS against DMaskingNAS of FBNetV2 (arXiv 2011.10949, section 4.4; arXiv 2004.05565): both over the same space, under the same limit, with the
// same number of passes over the pictures and the same final training. DMaskingNAS's 90 epochs, 10 of them of weights alone, are the paper's.

#load "parts/setting.csx"

var lambda = Parameter("lambda", mini ? 0.44 : 0.25, "FP-NAS's samples per nat of entropy", min: 0);
var costWeight = Parameter("costWeight", 2.0, "DMaskingNAS's weight of what the expected cost is over the limit", min: 0);
var searchEpochs = Parameter("searchEpochs", mini ? 0.5 : 90.0, "passes of the supernet over its half of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 200.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 96 : 256, "pictures of a training batch", min: 2);
var macs = Parameter("macs", mini ? 2e6 : 6e6, "multiply-adds to stay under", min: 1);

var rows = new List<string>();
async Task Compare(string strategy, object options, object training)
{
    var result = await Search($"paper-{strategy}-{seed}")
        .Data(Pictures())
        .Space(For("fbnetv2-f"))
        .Strategy(strategy, options)
        .Training(training)
        .Objective(Maximize.Accuracy().Under(Macs(macs)))
        .Budget(steps: Steps(searchEpochs, batch, 0.5))
        .Final(epochs)
        .Seed(seed)
        .RunAsync();
    result.Print();
    rows.Add($"{strategy}:{Accuracy(result)}; 'nas show {result.Name}' has its time");
}

await Compare("fp-nas", new { Lambda = lambda }, new { BatchSize = batch, LearningRate = 0.3, Schedule = "one-cycle" });
await Compare(
    "dmasking", new { Cost = "excess", CostWeight = costWeight, LearningRate = mini ? 0.05 : 0.01 }, new { BatchSize = batch });
rows.ForEach(Print);
