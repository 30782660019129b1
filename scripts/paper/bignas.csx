// BigNAS (arXiv 2003.11142, sections 3 and 4): 360 epochs of the sandwich rule with in-place distillation, the rate falling exponentially to a constant
// 5 %, then slices from coarse to fine under a limit, used with the weights that they have. With what=children slices evenly over the cost
// are measured as they are and trained from scratch beside it, and their ranks compared. The paper's RMSProp is SGD here.

#load "parts/setting.csx"

var what = Parameter("what", "select", "the best slices under the limit, or what inherited weights are worth", "select", "children");
var children = Parameter("children", 30, "slices with what=children", min: 2);
var slices = Parameter("slices", mini ? 60 : 400, "slices that are measured with what=select", min: 2);
var searchEpochs = Parameter("searchEpochs", mini ? 3.5 : 360.0, "passes of the supernet over its part of the pictures", min: 0.001);
var epochs = Parameter("epochs", mini ? 1.0 : 360.0, "epochs of each child from scratch with what=children", min: 0.01);
var batch = Parameter("batch", mini ? 96 : 1024, "pictures of a training batch", min: 2);
var rate = Parameter("rate", mini ? 0.4 : 0.256, "highest learning rate of the shared weights", min: 1e-9);
var schedule = Parameter("schedule", mini ? "one-cycle" : "exponential", "its schedule; exponential is the paper's", "exponential", "one-cycle", "cosine");
var macs = Parameter("macs", mini ? 1.5e6 : 6e6, "multiply-adds to stay under with what=select", min: 1);

var select = what == "select";
var inherited = await Search($"paper-bignas-{what}-{seed}")
    .Data(Pictures())
    .Space(For("mobilenet-v2"))
    .Strategy("big-nas", new { Coarse = select ? 0.5 : 1.0, ValidationBatches = mini ? 25 : 0 })
    .Training(new
    {
        BatchSize = batch, ValidationBatchSize = 200, LearningRate = rate, WeightDecay = 1e-5, Schedule = schedule,
        ScheduleEnd = schedule == "one-cycle" ? (double?)null : 0.05, HeldOut = 0.1,
    })
    .Objective(select ? Maximize.Accuracy().Under(Macs(macs)) : Maximize.Accuracy())
    .Budget(steps: Steps(searchEpochs, batch, 0.9), trials: select ? slices : children)
    .Final(count: select ? 3 : children, inherit: true)
    .Seed(seed)
    .RunAsync();

inherited.Print();
if (!select && inherited.Found.Length > 0)
{
    var trained = await Search($"paper-bignas-trained-{seed}")
        .Data(Pictures())
        .Space(For("mobilenet-v2"))
        .Strategy("train-once", new { Architectures = string.Join(';', inherited.Found.Select(child => child.Text)) })
        .Training(new { Epochs = epochs, HeldOut = 0.1 })
        .Objective(Maximize.Accuracy())
        .Budget(trials: inherited.Found.Length)
        .Window(2)
        .Final(count: inherited.Found.Length, inherit: true)
        .Seed(seed)
        .RunAsync();
    trained.Print();
    var pairs = (
        from one in inherited.Found
        join other in trained.Found on one.Text equals other.Text
        select (As: one.Metrics["test_accuracy"], Trained: other.Metrics["test_accuracy"])).ToArray();
    var signs = (
        from one in pairs from other in pairs where one.As > other.As select Math.Sign(one.Trained - other.Trained)).ToArray();
    if (signs.Length > 0)
    {
        Print($"{pairs.Length} children: test accuracy {pairs.Average(pair => pair.As):0.0000} as they are, "
            + $"{pairs.Average(pair => pair.Trained):0.0000} from scratch after {epochs} epochs; Kendall's τ {signs.Average():0.00}");
    }
}
