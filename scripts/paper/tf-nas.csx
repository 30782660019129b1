// TF-NAS (arXiv 2008.05314, sections 3 and 4): 90 epochs at a latency of a table, or at multiply-adds without one; the weights by SGD from 0.025 with a
// decay of 1e-5, four fifths of the pictures for them; the first ten epochs on one drawn path alone. Its ablations are searches beside it:
// without bi-sampling, without elasticity-scaling, and with a skip among the operations in place of sink-connecting.

#load "parts/setting.csx"

var latencies = Parameter("latencies", "", "latency table: of 'nas profile tf-nas', or one that the authors published; without it multiply-adds count");
var target = Parameter("target", mini ? 3e6 : 6e6, "what the network comes to: multiply-adds, or milliseconds of the table", min: 1e-9);
var ablations = Parameter("ablations", true, "whether the searches without bi-sampling, elasticity-scaling and sink-connecting are made too");
var alphaRate = Parameter("alphaRate", mini ? 0.02 : 0.01, "step size of the architecture parameters", min: 1e-6);
var searchEpochs = Parameter("searchEpochs", mini ? 0.4 : 90.0, "passes of the supernet over its part of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 250.0, "epochs of the final training", min: 0.01);
var batch = Parameter("batch", mini ? 64 : 128, "pictures of a training batch", min: 2);

var rows = new List<string>();
async Task With(string method, bool biSampling = true, bool elastic = true, bool sinks = true)
{
    var search = Search($"paper-tf-nas-{method}-{seed}")
        .Data(Pictures())
        .Space(For("tf-nas", new { SinkConnecting = sinks }))
        .Strategy("tf-nas", new { BiSampling = biSampling, ElasticityScaling = elastic, LearningRate = alphaRate })
        .Training(new { BatchSize = batch, LearningRate = mini ? 0.1 : 0.025, WeightDecay = 1e-5, Clip = 5.0, HeldOut = 0.2 })
        .Objective(Maximize.Accuracy().Under(latencies.Length > 0 ? Milliseconds(target) : Macs(target)))
        .Budget(steps: Steps(searchEpochs, batch, 0.8))
        .Final(epochs)
        .Seed(seed);
    var result = await (latencies.Length > 0 ? search.Costs("latency-table", new { Table = latencies }) : search).RunAsync();
    result.Print();
    rows.Add(method + ":" + Accuracy(result));
}

await With("whole");
if (ablations)
{
    await With("one-path", biSampling: false);
    await With("fixed-widths", elastic: false);
    await With("skips", sinks: false);
}

rows.ForEach(Print);
