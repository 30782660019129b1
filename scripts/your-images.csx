// Pictures of your own, a folder per class: a race of random cells, the best trained longer, written as a model for your program.
var photos = Parameter("photos", "photos", "folder with a folder of pictures per class ('nas data check' looks at it)");
var size = Parameter("size", 32, "height and width that pictures are brought to, pixels", min: 8);
var classes = Parameter("classes", 2, "how many classes there are", min: 2);
var trials = Parameter("trials", 16, "networks in the race", min: 1);
var epochs = Parameter("epochs", 20.0, "passes over the pictures for the winner; a tenth of them in the race", min: 0.1);
var batch = Parameter("batch", 32, "pictures of a training batch", min: 2);
var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);

var result = await Search("your-images")
    .Data(Data.Folder(photos, new { Size = size }))
    .Space("nasbench201", new { Scale = "mini", Channels = 16, Cells = 1, InputChannels = 3, InputSize = size, Classes = classes })
    .Strategy("random", new { Unique = true })
    .Training(new { Epochs = epochs / 10, BatchSize = batch, HeldOut = 0.2, ClassWeights = "balanced" })
    .Budget(trials: trials)
    .Final(epochs, options: new
    {
        BatchSize = batch, HeldOut = 0.2, ClassWeights = "balanced", Augment = true, LabelSmoothing = 0.05, Averaging = 0.99,
    })
    .Seed(seed)
    .RunAsync();

result.Print();
if (result.Found.Length > 0)
{
    await result.Best.ExportOnnxAsync("your-images.onnx");
}
