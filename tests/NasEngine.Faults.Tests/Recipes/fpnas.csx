// FP-NAS on few and small batches, for the tests that disturb it.

var steps = Parameter("steps", 12, "supernet steps", min: 1);

await Search("fpnas")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("fp-nas", new { Lambda = 0.05, MinSamples = 2 })
    .Training(new { BatchSize = 8, ScheduleSteps = steps })
    .Objective(Maximize.Accuracy().Under(Macs(3e6)))
    .Budget(steps: steps)
    .Seed(3)
    .RunAsync();
