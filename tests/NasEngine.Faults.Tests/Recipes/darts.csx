// DARTS on few and small batches, for the tests that disturb it.

var steps = Parameter("steps", 12, "supernet steps", min: 1);

await Search("darts")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 4, Cells = 1 })
    .Strategy("darts")
    .Training(new { BatchSize = 8, ScheduleSteps = steps })
    .Objective(Maximize.Accuracy())
    .Budget(steps: steps)
    .Seed(3)
    .RunAsync();
