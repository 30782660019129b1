// BigNAS (arXiv 2003.11142) on Fashion-MNIST: one supernet is trained so that its slices need no training of their own; slices are taken
// from coarse to fine under a limit on multiply-adds, and the best are measured as they are. Four minutes on one core; seed 7
// finds 0.8865 at 1.18 M multiply-adds. In so few steps the paper's exponential schedule does worse than one that rises and falls.

var steps = Parameter("steps", 2000, "supernet steps", min: 1);
var slices = Parameter("slices", 60, "slices of the supernet to measure", min: 1);
var rate = Parameter("rate", 0.4, "highest learning rate", min: 1e-9);
var schedule = Parameter("schedule", "one-cycle", "its schedule; exponential is the paper's", "one-cycle", "exponential", "cosine");
var macs = Parameter("macs", 1.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"bignas-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("mobilenet-v2", new { Scale = "mini" })
    .Strategy("big-nas", new { ValidationBatches = 25 })
    .Training(new
    {
        BatchSize = 96, ValidationBatchSize = 200, LearningRate = rate, Schedule = schedule,
        ScheduleEnd = schedule == "one-cycle" ? (double?)null : 0.05, HeldOut = 0.1,
    })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps, trials: slices)
    .Final(count: 3, inherit: true)
    .Seed(seed)
    .RunAsync();

result.Print();
result.ParetoFront.Print();
