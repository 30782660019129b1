// From a search to what a program ships: the winner as an ONNX model, as one of 8 bits with its accuracy beside it, in a program of C#, and for PyTorch.
var trials = Parameter("trials", 8, "networks in the race", min: 1);
var epochs = Parameter("epochs", 2.0, "passes over the images for the winner", min: 0.1);
var to = Parameter("to", "shipped", "folder of what is shipped");
var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);

var result = await Search("ship-onnx")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy("random", new { Unique = true, Feasible = true })
    .Training(new { Epochs = epochs / 10, HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(4.5e6)))
    .Budget(trials: trials)
    .Final(epochs, options: new { Augment = true, Averaging = 0.99 })
    .Seed(seed)
    .RunAsync();

result.Print();
if (result.Found.Length > 0)
{
    await result.Best.ExportOnnxAsync($"{to}/model.onnx");
    await result.Best.ExportAsync($"{to}/model.int8.onnx", "int8");
    await result.Best.ExportAsync($"{to}/classify", "csharp");
    await result.Best.ExportAsync($"{to}/pytorch", "pytorch");
}
