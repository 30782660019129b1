// A table of your own: multi-layer perceptrons that learn one of its columns, classes or a number, written as a model for your program.
var table = Parameter("table", "table.csv", "the table, with a header ('nas data check' looks at it)");
var target = Parameter("target", "target", "name of the column to learn");
var drop = Parameter("drop", "", "columns that are left out, joined by commas");
var features = Parameter("features", 2, "how many features the other columns make", min: 1);
var classes = Parameter("classes", 2, "how many classes there are; 1 where a number is learned", min: 1);
var trials = Parameter("trials", 16, "networks to try", min: 1);
var epochs = Parameter("epochs", 30.0, "passes over the rows", min: 0.1);
var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);

var how = new { Epochs = epochs, BatchSize = 32, HeldOut = 0.2, LearningRate = 0.05 };
var result = await Search("your-table")
    .Data(Data.Csv(table, target, new { Drop = drop }))
    .Space("mlp", new { InputChannels = features, InputSize = 1, Classes = classes, Depth = 3, Widths = "16,32,64" })
    .Strategy("random", new { Unique = true })
    .Training(how)
    .Objective(Minimize.Loss())
    .Budget(trials: trials)
    .Final(epochs, options: how)
    .Seed(seed)
    .RunAsync();

result.Print();
if (result.Found.Length > 0)
{
    await result.Best.ExportOnnxAsync("your-table.onnx");
}
