// FP-NAS's coarse-to-fine (arXiv 2011.10949, section 3.2): each variable of a layer has a distribution of its own until the switch, then a layer
// has one over all its combinations; against the joint form from the start and the factorised one to the end, with the same λ.

#load "parts/setting.csx"

var space = Parameter("space", "fbnetv2-f", "F, F-Fine or F++ of the paper", "fbnetv2-f", "fbnetv2-f-fine", "fbnetv2-f-plus");
var lambda = Parameter("lambda", mini ? 0.44 : 0.25, "samples per nat of entropy", min: 0);
var switchAt = Parameter("switchAt", 0.05, "share of the steps before the switch; docs/oneshot.md says why it is early", min: 0, max: 1);
var searchEpochs = Parameter("searchEpochs", mini ? 0.5 : 100.0, "passes of the supernet over its half of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 200.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 96 : 256, "pictures of a training batch", min: 2);
var macs = Parameter("macs", mini ? 3e6 : 6e6, "multiply-adds to stay under", min: 1);

var rows = new List<string>();
foreach (var (form, share) in new[] { ("coarse-to-fine", switchAt), ("joint", 0.0), ("factorised", 1.0) })
{
    var result = await Search($"paper-forms-{form}-{seed}")
        .Data(Pictures())
        .Space(For(space))
        .Strategy("fp-nas", new { Lambda = lambda, SwitchToJointAt = share })
        .Training(new { BatchSize = batch, LearningRate = 0.3, Schedule = "one-cycle" })
        .Objective(Maximize.Accuracy().Under(Macs(macs)))
        .Budget(steps: Steps(searchEpochs, batch, 0.5))
        .Final(epochs)
        .Seed(seed)
        .RunAsync();
    result.Print();
    rows.Add($"{form}: {result.Samples} samples in {result.Steps} steps" + Accuracy(result));
}

rows.ForEach(Print);
