// BigNAS (arXiv 2003.11142) on Fashion-MNIST: one supernet is trained so that its slices need no training of their own; slices are taken
// from coarse to fine under a limit on multiply-adds, and the best are measured as they are. Three minutes on two cores; seed 7
// finds 0.7620 at 0.57 M multiply-adds: the supernet is far from trained after them.

var steps = Parameter("steps", 600, "supernet steps", min: 1);
var slices = Parameter("slices", 60, "slices of the supernet to measure", min: 1);
var macs = Parameter("macs", 1.5e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"bignas-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("big-nas", new { ValidationBatches = 25 })
    .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.1, Schedule = "exponential", ScheduleEnd = 0.05, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps, trials: slices)
    .Final(count: 3, inherit: true)
    .Seed(seed)
    .RunAsync();

result.Print();
result.ParetoFront.Print();
