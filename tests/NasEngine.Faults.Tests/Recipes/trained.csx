// A winner that is trained for some hundred small steps and written down every thirty, for the test that kills it.

var table = Parameter("table", "table.csv", "a table with the columns a, b and y");

await Search("trained")
    .Data(Data.Csv(table, target: "y"))
    .Space("mlp", new { InputChannels = 2, InputSize = 1, Classes = 2, Depth = 2, Widths = "8,16" })
    .Strategy("random")
    .Training(new { Epochs = 1, BatchSize = 16 })
    .Budget(trials: 1)
    .Final(epochs: 40, options: new { BatchSize = 16, SaveEvery = 30, Averaging = 0.99 })
    .Seed(3)
    .RunAsync();
