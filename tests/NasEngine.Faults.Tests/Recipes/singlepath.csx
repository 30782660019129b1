// Single-path one-shot on few and small batches, for the tests that disturb it: steps of a supernet, then its slices.

var steps = Parameter("steps", 12, "supernet steps, and slices", min: 1);

await Search("singlepath")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("single-path", new { Sampling = "feasible", Samples = 2, Population = 4, Parents = 2, ValidationBatches = 2 })
    .Training(new { BatchSize = 8, ScheduleSteps = steps })
    .Objective(Maximize.Accuracy().Under(Macs(1.2e6)))
    .Budget(steps: steps, trials: steps)
    .Seed(3)
    .RunAsync();
