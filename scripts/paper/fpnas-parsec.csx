// FP-NAS against PARSEC (arXiv 2011.10949, sections 3.1 and 4.2): K = λ·H samples in a step against a fixed K, at the same number of steps and
// the same final training. λ = ¼, K = 4, 6, 8 and 14 and spaces F, F-Fine and F++ are the paper's; the number of epochs is ours.

#load "parts/setting.csx"

var space = Parameter(
    "space", "fbnetv2-f", "F, F-Fine, F++ or the larger ones of the paper", "fbnetv2-f", "fbnetv2-f-fine", "fbnetv2-f-plus", "fp-nas-l0", "fp-nas-l1", "fp-nas-l2");
var lambda = Parameter("lambda", mini ? 0.44 : 0.25, "samples per nat of entropy; 0.44 makes 14 at the start of the mini space, as ¼ does in F", min: 0);
var switchAt = Parameter("switchAt", 0.05, "share of the steps before each layer's variables are modelled together", min: 0, max: 1);
var fixedSamples = Parameter("fixedSamples", "14,8,6,4", "K of PARSEC, one search for each");
var searchEpochs = Parameter("searchEpochs", mini ? 0.5 : 100.0, "passes of the supernet over its half of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 200.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 96 : 256, "pictures of a training batch", min: 2);
var rate = Parameter("rate", 0.3, "highest learning rate of the shared weights", min: 1e-9);
var macs = Parameter("macs", mini ? 3e6 : 6e6, "multiply-adds to stay under", min: 1);

var rows = new List<string>();
async Task Compare(string method, string strategy, object options)
{
    var result = await Search($"paper-fpnas-{method}-{seed}")
        .Data(Pictures())
        .Space(For(space))
        .Strategy(strategy, options)
        .Training(new { BatchSize = batch, LearningRate = rate, Schedule = "one-cycle" })
        .Objective(Maximize.Accuracy().Under(Macs(macs)))
        .Budget(steps: Steps(searchEpochs, batch, 0.5))
        .Final(epochs)
        .Seed(seed)
        .RunAsync();
    result.Print();
    rows.Add($"{method}: {result.Samples} samples in {result.Steps} steps" + Accuracy(result));
}

await Compare("adaptive", "fp-nas", new { Lambda = lambda, SwitchToJointAt = switchAt });
foreach (var samples in fixedSamples.Split(','))
{
    await Compare($"fixed-{samples}", "parsec", new { Samples = int.Parse(samples) });
}

rows.ForEach(Print);
